import { NONCE } from "../runtime/server/document.ts";
import type { Middleware } from "../types.ts";

/** What {@linkcode csp} sets. */
export interface CSPOptions {
  /** Only report what would be refused. */
  reportOnly?: boolean;
  /** Where reports go. */
  reportTo?: string;
  /** Directives that come beside the default ones, or in the place of those of the same name. */
  csp?: string[];
  /** Let a document's own inline scripts and styles in by its nonce, and no others. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const TAKES_NONCE = /^(script-src|style-src)(-elem|-attr)?$|^default-src$/;

/** Sets `Content-Security-Policy` on every answer. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, useNonce = false } = options;
  const directives = mergeDirectives(options.csp ?? []);
  if (reportTo !== undefined) directives.push("report-to csp-endpoint", `report-uri ${reportTo}`);

  const header = `Content-Security-Policy${reportOnly ? "-Report-Only" : ""}`;
  const fixed = directives.join("; ");
  const aroundNonce = useNonce ? splitAtNonce(directives) : [];
  return async (ctx) => {
    const response = await ctx.next();
    const nonce = useNonce ? (response as Response & { [NONCE]?: string })[NONCE] : undefined;
    response.headers.set(header, nonce === undefined ? fixed : aroundNonce.join(nonce));
    if (reportTo !== undefined) {
      response.headers.set("Reporting-Endpoints", `csp-endpoint="${reportTo}"`);
    }
    return response;
  };
}

function mergeDirectives(given: string[]): string[] {
  const names = new Set(given.map(nameOf));
  return [...DEFAULTS.filter((directive) => !names.has(nameOf(directive))), ...given];
}

function nameOf(directive: string): string {
  return directive.trim().split(/\s/, 1)[0]?.toLowerCase() ?? "";
}

/** The policy in pieces, between which the nonce belongs. */
function splitAtNonce(directives: string[]): string[] {
  const hole = "\0";
  return directives.map((directive) =>
    TAKES_NONCE.test(nameOf(directive))
      ? directive.replaceAll("'unsafe-inline'", `'nonce-${hole}'`)
      : directive
  ).join("; ").split(hole);
}
