export { HttpError } from "../error.ts";
export { asset, assetSrcSet } from "./asset.ts";
export { Head, type HeadProps } from "./head.ts";
export { IS_BROWSER } from "./is_browser.ts";
export { Partial, type PartialProps } from "./partial.ts";
