import { type ComponentChildren, h, type VNode } from "preact";
import { asset } from "../asset.ts";
import { type RenderState, renderState } from "./render_state.ts";

type AnyVNode = VNode<Record<string, unknown>>;

/** Stands where an element was that has gone to the head. */
export function Collected(): null {
  return null;
}

/** Keeps an element of `Head` for the document's head; a later one of its kind replaces it. */
export function collectInHead(state: RenderState, vnode: AnyVNode): void {
  const props = vnode.key == null ? vnode.props : { ...vnode.props, "data-key": vnode.key };
  state.head.set(kindOf(vnode), h(vnode.type as string, props) as AnyVNode);
}

/** Gives an element of the head the content of the one that was collected in its place. */
export function replaceInHead(state: RenderState, vnode: AnyVNode): void {
  if (state.head.size === 0) return;
  const kind = kindOf(vnode);
  const collected = state.head.get(kind);
  if (collected === undefined) return;
  state.head.delete(kind);
  vnode.props = collected.props;
}

/** Draws, at the end of the head, what was collected and has replaced nothing. */
export function HeadEnd(): ComponentChildren {
  const state = renderState();
  if (state === null) return null;
  state.inHead = false;
  const links = state.css.map((href) => h("link", { rel: "stylesheet", href: asset(href) }));
  return [...links, ...state.head.values()];
}

/** The same for two elements of which the later replaces the earlier. */
function kindOf({ type, key, props }: AnyVNode): string {
  if (key != null) return `${type} ${key}`;
  if (type === "title") return "title";
  let kind = String(type);
  for (const name of Object.keys(props).sort()) {
    if (name === "children" || name === "nonce" || name === "ref") continue;
    if (type === "meta" && name === "content") continue;
    const value = props[name];
    kind += name === "dangerouslySetInnerHTML"
      ? ` ${(value as { __html: string }).__html}`
      : ` ${name}=${value}`;
  }
  return kind;
}
