import { define } from "../../define.ts";
import type { Config } from "../../lib/platform/config.ts";
import { Unavailable } from "../../lib/platform/errors.ts";
import { Patience } from "../../lib/platform/patience.ts";

/** Files may come over a slow line. */
const UPLOAD_FACTOR = 10;

/**
 * Answers 503 when a request takes longer than the settings allow, by up to a fourth, and tells
 * whoever still works for it by `state.signal()`. A stream has been answered when it begins.
 */
export const boundTime = define.middleware((ctx) => {
  const { plain, upload } = patienceBy(ctx.state.config);
  const isUpload = ctx.req.method !== "GET" &&
    /^multipart\//i.test(ctx.req.headers.get("content-type") ?? "");
  // Few ask for it, and it costs as much as a header or two.
  let controller: AbortController | undefined;
  ctx.state.signal = () => (controller ??= new AbortController()).signal;
  return (isUpload ? upload : plain).within(ctx.next(), () => {
    const error = new Unavailable(
      "It took too long and was given up: look whether it is done before you try again",
    );
    (controller ??= new AbortController()).abort(error);
    return error;
  });
});

interface Patiences {
  readonly plain: Patience;
  readonly upload: Patience;
}

const patiences = new WeakMap<Config, Patiences>();

function patienceBy(config: Config): Patiences {
  const known = patiences.get(config);
  if (known) return known;
  const { timeoutMs } = config.request;
  const made = {
    plain: new Patience(timeoutMs),
    upload: new Patience(UPLOAD_FACTOR * timeoutMs),
  };
  patiences.set(config, made);
  return made;
}
