import { asset } from "../runtime/asset.ts";

const URL_CALL = /url\(\s*(?:"([^"]+)"|'([^']+)'|([^)"'\s]+))\s*\)/g;

/** Has the absolute URLs of a style sheet name the build, so that what they lead to may be kept. */
export function lockAssets(css: string): string {
  return css.replace(URL_CALL, (call, double, single, bare) => {
    const url: string = double ?? single ?? bare;
    const locked = asset(url);
    return locked === url ? call : `url(${JSON.stringify(locked)})`;
  });
}
