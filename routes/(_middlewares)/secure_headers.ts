import type { Context } from "fresh";
import { define, type State } from "../../define.ts";
import type { Config } from "../../lib/platform/config.ts";

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
const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
} as const;

/** RFC 6797: for two years the browser comes by HTTPS alone. Without TLS it is of no effect. */
const BY_HTTPS = { "strict-transport-security": "max-age=63072000; includeSubDomains" } as const;

/** Nothing is loaded by an answer of the API, should a browser show it. */
const POLICY_OF_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

/** All that this adds to an answer of the API. */
const SECURE_DATA = { ...ALWAYS, [POLICY]: POLICY_OF_DATA } as const;
const SECURE_DATA_BY_HTTPS = { ...SECURE_DATA, ...BY_HTTPS } as const;

/** The same, for where the product runs. */
export function secureData({ environment }: Pick<Config, "environment">) {
  return environment === "local" ? SECURE_DATA : SECURE_DATA_BY_HTTPS;
}

/** Makes every answer of pages and files safe to show. */
export const secureHeaders = define.middleware((ctx) =>
  ctx.next().then((response) => secure(ctx, response))
);

/** Adds what makes an answer safe to show. */
export function secure(ctx: Context<State>, response: Response): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  // Without settings yet, the request was refused before they were laid down.
  if (ctx.state.config && ctx.state.config.environment !== "local") {
    for (const [name, value] of Object.entries(BY_HTTPS)) headers.set(name, value);
  }
  const isData = ctx.url.pathname.startsWith("/api/");
  const policy = isData ? POLICY_OF_DATA : headers.get(POLICY);
  if (headers.get("content-disposition")?.startsWith("attachment")) {
    headers.set(POLICY, "sandbox; default-src 'none'"); // strangers wrote it
  } else if (ctx.state.ownPolicy) {
    headers.set(POLICY, ctx.state.ownPolicy);
  } else if (policy) {
    headers.set(POLICY, tighten(policy, ctx.url.protocol === "https:"));
  }
  return response;
}

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
