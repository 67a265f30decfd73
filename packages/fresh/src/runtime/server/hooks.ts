import { type ComponentChild, type ComponentType, Fragment, h, options, type VNode } from "preact";
import { asset, assetSrcSet } from "../asset.ts";
import { Head } from "../head.ts";
import { Partial } from "../partial.ts";
import { ActiveIsland, ActiveSlot, Mark } from "./active_island.ts";
import { Collected, collectInHead, HeadEnd, replaceInHead } from "./head_elements.ts";
import { type RenderState, renderState, withoutSlash } from "./render_state.ts";
import { Scripts } from "./scripts.ts";

type Props = Record<string, unknown>;
type AnyVNode = VNode<Props>;

interface Hooks {
  /** Before an element is drawn. */
  __b?: (vnode: AnyVNode) => void;
  /** After it and its children are. */
  diffed?: (vnode: AnyVNode) => void;
}

const hooks = options as Hooks;
const beforeOthers = hooks.__b;
const afterOthers = hooks.diffed;

hooks.__b = (vnode) => {
  const state = renderState();
  if (state !== null) {
    if (typeof vnode.type === "string") ELEMENTS.get(vnode.type)?.(state, vnode);
    else if (vnode.type !== Fragment) beforeComponent(state, vnode);
  }
  beforeOthers?.(vnode);
};

hooks.diffed = (vnode) => {
  const state = renderState();
  if (state !== null) {
    const { type } = vnode as VNode<never>;
    if (type === "head") state.inHead = false;
    else if (type === Head) state.headDepth--;
    else if (type === Collected || type === Mark) restore(vnode);
    else if (type === ActiveIsland || type === ActiveSlot) state.zones.pop();
  }
  afterOthers?.(vnode);
};

function beforeComponent(state: RenderState, vnode: AnyVNode): void {
  const type = vnode.type as ComponentType<never>;
  if (type === Head) {
    state.headDepth++;
  } else if (type === Partial) {
    beforePartial(state, String(vnode.props.name));
  } else if (!state.isInIsland) {
    const island = state.cache.islands.get(vnode.type as ComponentType);
    if (island !== undefined) replace(vnode, Mark, { island });
  }
}

function beforePartial(state: RenderState, name: string): void {
  if (state.isInIsland) throw new Error(`<Partial name="${name}"> cannot be inside an island`);
  if (state.partials.has(name)) throw new Error(`Two partials are called "${name}"`);
  state.partials.add(name);
}

/** Draws something else in an element's place, once: the element may be a constant of a module. */
function replace(vnode: AnyVNode, type: unknown, extra: Props): void {
  const original = { type: vnode.type, props: vnode.props };
  vnode.type = type as ComponentType<Props>;
  vnode.props = { ...extra, original, children: undefined };
}

function restore(vnode: AnyVNode): void {
  Object.assign(vnode, vnode.props.original);
}

const ELEMENTS = new Map<string, (state: RenderState, vnode: AnyVNode) => void>([
  ["html", (state) => void (state.hasHtml = true)],
  ["head", (state, vnode) => {
    state.hasHead = true;
    state.inHead = true;
    append(vnode, h(HeadEnd, null));
  }],
  ["body", (state, vnode) => {
    state.hasBody = true;
    append(vnode, h(Scripts, null));
  }],
  ["a", beforeLink],
  ["img", beforeImage],
  ["source", beforeImage],
  ["script", beforeHeadElement],
  ["style", beforeHeadElement],
  ["title", beforeHeadElement],
  ["meta", beforeHeadElement],
  ["link", beforeHeadElement],
  ["base", beforeHeadElement],
  ["noscript", beforeHeadElement],
  ["template", beforeHeadElement],
]);

function append(vnode: AnyVNode, child: ComponentChild): void {
  vnode.props = { ...vnode.props, children: [vnode.props.children, child] };
}

/** Links to this page, or to one above it, say so. */
function beforeLink(state: RenderState, vnode: AnyVNode): void {
  const { href } = vnode.props;
  if (typeof href !== "string" || !href.startsWith("/")) return;
  const end = href.search(/[?#]/);
  const target = withoutSlash(end === -1 ? href : href.slice(0, end));
  const here = state.pathname;
  if (target === here) {
    vnode.props = { ...vnode.props, "data-current": "true", "aria-current": "page" };
  } else if (target === "/" || (here[target.length] === "/" && here.startsWith(target))) {
    vnode.props = { ...vnode.props, "data-ancestor": "true", "aria-current": "true" };
  }
}

function beforeImage(_state: RenderState, vnode: AnyVNode): void {
  const { src, srcset } = vnode.props;
  if (vnode.props["data-fresh-disable-lock"]) return;
  if (typeof src === "string") vnode.props = { ...vnode.props, src: asset(src) };
  if (typeof srcset === "string") vnode.props = { ...vnode.props, srcset: assetSrcSet(srcset) };
}

/** Props with a nonce of ours, which another document must not take for the author's. */
const withNonce = new WeakSet<Props>();

function beforeHeadElement(state: RenderState, vnode: AnyVNode): void {
  if (vnode.type === "script" || vnode.type === "style") {
    if (!vnode.props.nonce || withNonce.has(vnode.props)) {
      vnode.props = { ...vnode.props, nonce: state.nonce };
      withNonce.add(vnode.props);
    }
  }
  if (state.headDepth > 0) {
    collectInHead(state, vnode);
    replace(vnode, Collected, {});
  } else if (state.inHead) {
    replaceInHead(state, vnode);
  }
}
