import { define } from "../../define.ts";
import { Unavailable } from "../../lib/platform/errors.ts";

/** Files may come over a slow line. */
const UPLOAD_FACTOR = 10;

/**
 * Answers 503 when a request takes longer than the settings allow, and tells whoever still works
 * for it by `state.signal`. A stream has been answered when it begins.
 */
export const boundTime = define.middleware(async (ctx) => {
  const { timeoutMs } = ctx.state.config.request;
  const isUpload = /^multipart\//i.test(ctx.req.headers.get("content-type") ?? "");
  const { promise: late, reject } = Promise.withResolvers<never>();
  const controller = new AbortController();
  ctx.state.signal = controller.signal;
  const timer = setTimeout(() => {
    const error = new Unavailable(
      "It took too long and was given up: look whether it is done before you try again",
    );
    controller.abort(error);
    reject(error);
  }, isUpload ? UPLOAD_FACTOR * timeoutMs : timeoutMs);
  try {
    return await Promise.race([ctx.next(), late]);
  } finally {
    clearTimeout(timer);
  }
});
