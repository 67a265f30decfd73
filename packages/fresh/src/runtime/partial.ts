import type { ComponentChildren, VNode } from "preact";

export interface PartialProps {
  children?: ComponentChildren;
  /** Unique on its page. */
  name: string;
  mode?: "replace" | "prepend" | "append";
}

/** Marks a part of a page. It draws its children; a browser loads the page as a whole. */
export function Partial(props: PartialProps): VNode {
  return props.children as VNode; // preact draws whatever children are
}
Partial.displayName = "Partial";
