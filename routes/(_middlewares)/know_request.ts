import { define } from "../../define.ts";
import { logger } from "../../lib/platform/log.ts";

const log = logger("http");
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Gives the request an id, for its answer, its error page and the log; logs how it went. */
export const knowRequest = define.middleware(async (ctx) => {
  const requestId = newRequestId();
  ctx.state.requestId = requestId;
  const started = performance.now();
  const response = await ctx.next();
  response.headers.set("x-request-id", requestId);
  log.debug("{method} {path} {status} in {ms} ms", {
    method: ctx.req.method,
    path: ctx.url.pathname,
    status: response.status,
    ms: Math.round(performance.now() - started),
    requestId,
  });
  return response;
});

/** Short enough to read out on the phone; letters that look like figures are left out. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `req_${Array.from(bytes, (byte) => ALPHABET[byte % 32]).join("")}`;
}
