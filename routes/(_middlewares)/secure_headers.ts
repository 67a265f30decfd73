import { define } from "../../define.ts";

/**
 * Where a page may load from. Fresh puts the answer's nonce in the place of 'unsafe-inline' on
 * pages; secureHeaders() takes the words off everything else.
 */
export const CONTENT_SECURITY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
] as const;

const POLICY = "content-security-policy";

/** Headers of every answer, files included. */
export const secureHeaders = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-frame-options", "DENY");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
  const policy = headers.get(POLICY);
  if (headers.get("content-disposition")?.startsWith("attachment")) {
    headers.set(POLICY, "sandbox; default-src 'none'"); // strangers wrote it
  } else if (ctx.state.ownPolicy) {
    headers.set(POLICY, ctx.state.ownPolicy);
  } else if (policy) {
    headers.set(POLICY, tighten(policy, ctx.url.protocol === "https:"));
  }
  return response;
});

/** The policy without a nonce is always the same text: it is not taken apart each time. */
const tightened = new Map<string, string>();

function tighten(policy: string, isSecure: boolean): string {
  if (policy.includes("'nonce-")) return tightenedBy(policy, isSecure);
  const key = `${isSecure} ${policy}`;
  const known = tightened.get(key) ?? tightenedBy(policy, isSecure);
  tightened.set(key, known);
  return known;
}

/** Over plain HTTP, as on this machine, there is nothing to upgrade to. */
function tightenedBy(policy: string, isSecure: boolean): string {
  return policy.split(";")
    .map((directive) => directive.replaceAll(/\s+'unsafe-inline'/g, "").trim())
    .filter((directive) => directive !== "")
    .filter((directive) => isSecure || directive !== "upgrade-insecure-requests")
    .join("; ");
}
