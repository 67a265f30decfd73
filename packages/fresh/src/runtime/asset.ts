import { buildId } from "./build_id.ts";

/** The query parameter that holds the build's id. */
export const ASSET_PARAM = "__frsh_c";

/**
 * The URL under which a static file may be kept for good: it names the build.
 *
 * @param path An absolute path; anything else comes back as it is.
 * @param basePath Put in front of the path.
 */
export function asset(path: string, basePath?: string): string {
  if (!path.startsWith("/") || path.startsWith("//")) return path;
  const [beforeHash = "", ...hash] = path.split("#");
  const [pathname, search = ""] = beforeHash.split("?", 2);
  if (new URLSearchParams(search).has(ASSET_PARAM)) return path;
  const query = `${search === "" ? "" : `${search}&`}${ASSET_PARAM}=${buildId()}`;
  const fragment = hash.length === 0 ? "" : `#${hash.join("#")}`;
  return `${prefix(basePath)}${pathname}?${query}${fragment}`;
}

/** Does the same to each URL of a `srcset`; one that it cannot read comes back as it is. */
export function assetSrcSet(srcset: string, basePath?: string): string {
  if (srcset.includes("(")) return srcset;
  const candidates = srcset.split(",");
  if (candidates.some((candidate) => candidate.trim() === "")) return srcset;
  return candidates
    .map((candidate) => candidate.replace(/\S+/, (url) => asset(url, basePath)))
    .join(",");
}

function prefix(basePath: string | undefined): string {
  if (basePath === undefined || basePath === "/") return "";
  return basePath === "./" ? "." : basePath;
}
