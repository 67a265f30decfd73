import type { StaticFile } from "../build_cache.ts";
import { cacheOf, type Context } from "../context.ts";
import { ASSET_PARAM } from "../runtime/asset.ts";
import type { Middleware } from "../types.ts";

const FOR_GOOD = "public, max-age=31536000, immutable";
const ASK_FIRST = "no-cache";

/** Serves the files of the build and of the static folder; hands over what is none of them. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { method } = ctx.req;
    const pathname = pathOf(ctx);
    const file = pathname === null ? null : await cacheOf(ctx).readFile(pathname);
    if (file === null) {
      // Browsers ask for it on their own; no page is worth drawing for that.
      if (pathname === "/favicon.ico") return new Response(null, { status: 404 });
      return await ctx.next();
    }
    const response = method === "GET" || method === "HEAD"
      ? answer(ctx, file)
      : new Response(null, { status: 405 });
    // Not sent after all: else the file would stay open.
    if (response.body === null && file.body instanceof ReadableStream) await file.body.cancel();
    return response;
  };
}

function pathOf<State>({ url, config }: Context<State>): string | null {
  const base = config.basePath.replace(/^\.?\/$/, "");
  let { pathname } = url;
  if (base !== "") {
    if (!pathname.startsWith(`${base}/`)) return null;
    pathname = pathname.slice(base.length);
  }
  if (pathname === "/") return null;
  if (!pathname.includes("%")) return pathname;
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes("\0") ? null : decoded;
  } catch {
    return null; // names no file
  }
}

function answer<State>(ctx: Context<State>, file: StaticFile): Response {
  const { url, req, config } = ctx;
  const key = url.search === "" ? null : url.searchParams.get(ASSET_PARAM);
  const isThisBuild = key === cacheOf(ctx).buildId;
  if (key !== null && !isThisBuild) {
    const search = new URLSearchParams(url.search);
    search.delete(ASSET_PARAM);
    const location = url.pathname + (search.size === 0 ? "" : `?${search}`);
    return new Response(null, { status: 307, headers: { location } });
  }

  const mayKeep = config.mode !== "development" && (isThisBuild || file.immutable);
  const headers = new Headers({
    "content-type": file.contentType,
    "cache-control": mayKeep ? FOR_GOOD : ASK_FIRST,
    vary: "If-None-Match",
  });
  if (file.hash !== null) headers.set("etag", `W/"${file.hash}"`);
  if (file.hash !== null && isKnown(req.headers.get("if-none-match"), file.hash)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("content-length", String(file.sizeBytes));
  return new Response(req.method === "HEAD" ? null : file.body, { headers });
}

function isKnown(ifNoneMatch: string | null, hash: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((tag) => {
    const plain = tag.trim().replace(/^W\//, "");
    return plain === `"${hash}"` || plain === hash || plain === "*";
  });
}
