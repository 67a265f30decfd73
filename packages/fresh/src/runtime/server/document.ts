import { Fragment, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { BuildCache } from "../../build_cache.ts";
import type { Context } from "../../context.ts";
import "./hooks.ts";
import { RenderState, withRenderState } from "./render_state.ts";
import { Scripts } from "./scripts.ts";

/** Where an answer carries the nonce of its document, for the `csp` middleware. */
export const NONCE: unique symbol = Symbol.for("__freshNonce") as never;

/** What is drawn. */
export interface Parts {
  page: VNode | null;
  app: VNode | null;
  css: readonly string[];
  /** Hands the drawn page to the app, which is drawn around it. */
  setPage(page: VNode): void;
}

/** Draws a whole document. The page comes first, so that what it says of the head is known. */
export function renderDocument<State>(
  ctx: Context<State>,
  cache: BuildCache<State>,
  init: ResponseInit,
  parts: Parts,
): Response {
  const basePath = ctx.config.basePath.replace(/^\.?\/$/, "");
  // Islands and paths are all that is read from the cache, and they know no state.
  const anyCache = cache as unknown as BuildCache<unknown>;
  const state = new RenderState(anyCache, ctx.url.pathname, basePath, parts.css);
  const html = withRenderState(state, () => drawParts(state, parts));

  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  const link = preloads(state);
  if (link !== "") headers.append("link", link);
  const response = new Response(html, {
    status: init.status ?? 200,
    statusText: init.statusText,
    headers,
  });
  return Object.assign(response, { [NONCE]: state.nonce });
}

function drawParts(state: RenderState, { page, app, setPage }: Parts): string {
  let html = renderToString(page ?? h(Fragment, null));
  if (app !== null) {
    setPage(jsxTemplate([html]) as VNode);
    html = renderToString(app);
  }
  if (!state.hasBody) html = `<body>${html}${renderToString(h(Scripts, null))}</body>`;
  if (!state.hasHead) html = `${renderToString(h("head", null, h("meta", CHARSET)))}${html}`;
  if (!state.hasHtml) html = `<html>${html}</html>`;
  return `<!DOCTYPE html>${html}`;
}

const CHARSET = { charset: "utf-8" };

/** The `Link` header that has a browser fetch the page's scripts, and theirs, at once. */
function preloads(state: RenderState): string {
  if (state.islands.size === 0) return "";
  const { cache, basePath } = state;
  const paths = new Set([cache.clientEntry, ...[...state.islands].map(({ file }) => file)]);
  for (const path of paths) cache.imports.get(path)?.forEach((imported) => paths.add(imported));
  return [...paths]
    .map((path) => `<${encodeURI(basePath + path)}>; rel="modulepreload"; as="script"`)
    .join(", ");
}
