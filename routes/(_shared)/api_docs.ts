import type { Context } from "fresh";
import type { State } from "../../define.ts";
import { requireSuperuser } from "../../lib/accounts/superuser_rule.ts";
import { docsAddress } from "../../lib/platform/docs_assets.ts";
import { NotFound, Unauthenticated } from "../../lib/platform/errors.ts";
import { type MessageKey, translate } from "../../locales/translate.ts";

/**
 * Lets those pass who may see the documentation of the API: everybody on their own machine,
 * superusers on staging, nobody in production, where it is not there.
 *
 * @throws {NotFound} In production.
 * @throws {Unauthenticated | Forbidden} On staging, for others.
 */
export function requireDocs({ config, session }: Pick<State, "config" | "session">): void {
  if (config.environment === "local") return;
  if (config.environment === "production") {
    throw new NotFound("There is nothing at this address");
  }
  if (!session) throw new Unauthenticated("Sign in first");
  requireSuperuser(session.actor, "Only a superuser may see this");
}

/** What a page of the documentation is made of, by names of its files. */
export interface DocsPage {
  readonly title: MessageKey;
  readonly scripts: readonly string[];
  readonly sheets: readonly string[];
}

/**
 * A page that others drew. It has nothing of our frame, and a policy of its own; who has not signed
 * in on staging is led to the door and back.
 */
export async function docsPage(ctx: Context<State>, page: DocsPage): Promise<Response> {
  const { state } = ctx;
  if (state.config.environment === "staging" && !state.session) {
    return ctx.redirect(`/sign-in?${new URLSearchParams({ next: ctx.url.pathname })}`, 303);
  }
  requireDocs(state);
  const [scripts, sheets] = await Promise.all(
    [page.scripts, page.sheets].map((names) => Promise.all(names.map(docsAddress))),
  );
  const nonce = crypto.randomUUID();
  state.ownPolicy = policyOf(nonce);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${translate(state.language, page.title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${sheets?.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n")}
</head>
<body>
<div id="docs"></div>
<noscript>${
    translate(state.language, "apiDocs.noScript")
  } <a href="/openapi.json">openapi.json</a></noscript>
${scripts?.map((src) => `<script src="${src}" nonce="${nonce}" defer></script>`).join("\n")}
</body>
</html>
`;
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
  });
}

/** Two sheets that Redoc 2.5.4 writes before it reads the nonce: an empty one, and its spinner's. */
const EARLY_STYLES = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' " +
  "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='";

/**
 * What such a page may do: run its own scripts and read the document. Redoc writes its style sheets
 * while it runs, with the nonce, and searches in a worker that it makes itself.
 */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' ${EARLY_STYLES}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
