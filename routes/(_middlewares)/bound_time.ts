import { define } from "../../define.ts";
import { Unavailable } from "../../lib/platform/errors.ts";
import { OutOfPatience, Patience } from "../../lib/platform/patience.ts";

/** Files may come over a slow line. */
const UPLOAD_FACTOR = 10;

/** One for each time that is waited, whatever the request. */
const patiences = new Map<number, Patience>();

function patienceOf(ms: number): Patience {
  const known = patiences.get(ms) ?? new Patience(ms);
  patiences.set(ms, known);
  return known;
}

/**
 * Answers 503 when a request takes longer than the settings allow, and tells whoever still works
 * for it by `state.signal`. A stream has been answered when it begins.
 */
export const boundTime = define.middleware(async (ctx) => {
  const { timeoutMs } = ctx.state.config.request;
  const isUpload = /^multipart\//i.test(ctx.req.headers.get("content-type") ?? "");
  const controller = new AbortController();
  ctx.state.signal = controller.signal;
  try {
    return await patienceOf(isUpload ? UPLOAD_FACTOR * timeoutMs : timeoutMs).within(ctx.next());
  } catch (cause) {
    if (!(cause instanceof OutOfPatience) || controller.signal.aborted) throw cause;
    const error = new Unavailable(
      "It took too long and was given up: look whether it is done before you try again",
      { cause },
    );
    controller.abort(error);
    throw error;
  }
});
