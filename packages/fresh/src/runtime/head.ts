import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { IS_BROWSER } from "./is_browser.ts";
import { updateHead } from "./client/update_head.ts";

export interface HeadProps {
  children?: ComponentChildren;
}

/**
 * Puts its elements into the document's `<head>`, each in the place of the one of its kind: the
 * title, or what has the same `key` or the same attributes.
 */
export function Head(props: HeadProps): ComponentChildren {
  // One side of this never changes within a process, so the order of hooks holds.
  if (!IS_BROWSER) return props.children;
  // deno-lint-ignore react-rules-of-hooks -- see above
  useEffect(() => updateHead(props.children));
  return null;
}
