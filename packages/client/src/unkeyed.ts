// Written by `deno task client` from openapi.json.

/** Where a POST takes no `Idempotency-Key`: what is sent twice is done twice. */
export const UNKEYED_PATHS: ReadonlySet<string> = new Set([
  "/email_verification/confirm",
  "/login",
  "/logout",
  "/password_reset",
  "/password_reset/confirm",
  "/refresh",
  "/user/me/two_factor",
  "/user/me/two_factor/confirm",
  "/user/me/two_factor/recovery_codes",
  "/workspace/leave",
  "/workspace/switch",
]);
