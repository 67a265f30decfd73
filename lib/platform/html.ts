import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A whole document as HTML, for what is no page of the app. */
export function htmlOf(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}
