import { define } from "../../define.ts";
import { withContext } from "@logtape/logtape";
import { logger } from "../../lib/platform/log.ts";

const log = logger("http");
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Gives the request an id, or keeps the one that it came with, for its answer, its error page and the
 * log; logs how it went.
 */
export const knowRequest = define.middleware(async (ctx) => {
  const requestId = givenId(ctx.req) ?? newRequestId();
  ctx.state.requestId = requestId;
  const started = performance.now();
  // What is logged on the way says which request it was.
  const response = await withContext({ requestId }, () => ctx.next());
  if (ctx.state.complete !== response) response.headers.set("x-request-id", requestId);
  if (log.isEnabledFor("debug")) {
    log.debug("{method} {path} {status} in {ms} ms", {
      method: ctx.req.method,
      path: withoutSecret(ctx.url.pathname),
      status: response.status,
      ms: Math.round(performance.now() - started),
      requestId,
    });
  }
  return response;
});

/** `X-Request-Id` as a proxy or a client gave it, if it can stand in a header and a log. */
function givenId(request: Request): string | undefined {
  const given = request.headers.get("x-request-id");
  return given !== null && /^[\x21-\x7e]{1,128}$/.test(given) ? given : undefined;
}

/** Drawn for many ids at once: to ask for it costs more than what is asked for. */
const chance = new Uint8Array(12 * 256);
let drawn = chance.length;

/** Short enough to read out on the phone; letters that look like figures are left out. */
function newRequestId(): string {
  if (drawn === chance.length) {
    crypto.getRandomValues(chance);
    drawn = 0;
  }
  let id = "req_";
  for (const end = drawn + 12; drawn < end; drawn++) id += ALPHABET[(chance[drawn] ?? 0) % 32];
  return id;
}

/** The last part of an invitation's path lets its reader in. */
function withoutSecret(path: string): string {
  return path.replace(/^(\/invitations\/).+/, "$1…");
}
