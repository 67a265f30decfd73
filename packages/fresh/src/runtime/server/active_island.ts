import {
  type ComponentChildren,
  type ComponentType,
  Fragment,
  h,
  isValidElement,
  type VNode,
} from "preact";
import { isSignal } from "../../jsonify/stringify.ts";
import type { Island } from "../../islands.ts";
import { type RenderState, renderState, Slot } from "./render_state.ts";

type Props = Record<string, unknown>;

interface MarkProps {
  island: Island;
  original: { type: ComponentType<Props>; props: Props };
}

/** Draws an island between two comments by which the browser finds it. */
export function Mark({ island, original }: MarkProps): VNode | null {
  const state = renderState();
  if (state === null) return null;
  state.islands.add(island);
  const { drawn, sent } = splitProps(state, original.props);
  const index = state.islandProps.push(sent) - 1;
  const inner = h(ActiveIsland, null, h(original.type, drawn));
  return between("island", `${island.name}:${index}`, inner);
}

/** What lies in here is the island's. */
export function ActiveIsland(props: { children?: ComponentChildren }): ComponentChildren {
  renderState()?.zones.push("island");
  return props.children;
}

/** What lies in here is the server's again. */
export function ActiveSlot(
  { slot, children }: { slot: Slot; children?: ComponentChildren },
): VNode {
  const state = renderState();
  state?.zones.push("slot");
  state?.pendingSlots.delete(slot.id);
  return between("slot", `${slot.id}`, children);
}

/** Parts what the island draws with from what is sent to the browser: JSX becomes slots. */
function splitProps(state: RenderState, props: Props): { drawn: Props; sent: Props } {
  const drawn: Props = {};
  const sent: Props = {};
  for (const [name, value] of Object.entries(props)) {
    if (!isSlotted(name, value)) {
      drawn[name] = sent[name] = value;
      continue;
    }
    const children = value as ComponentChildren;
    const slot = new Slot(state.slotCount++, name);
    state.pendingSlots.set(slot.id, { name, children });
    sent[name] = slot;
    drawn[name] = h(ActiveSlot, { slot }, children);
  }
  return { drawn, sent };
}

function isSlotted(name: string, value: unknown): boolean {
  if (isSignal(value)) return false;
  return isValidElement(value) ||
    (name === "children" && value != null && typeof value !== "function");
}

/** Draws between an opening and a closing comment. */
function between(kind: "island" | "slot", what: string, inner: ComponentChildren): VNode {
  return h(
    Fragment,
    null,
    comment(`frsh:${kind}:${what}`),
    inner,
    comment(`/frsh:${kind}`),
  );
}

function comment(text: string): VNode {
  // How preact-render-to-string draws a comment; its types leave it out.
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, string>);
}
