import { type ComponentChild, type ComponentChildren, h } from "preact";
import { stringify } from "../../jsonify/stringify.ts";
import type { Island } from "../../islands.ts";
import { BUILD_ID_ATTRIBUTE, buildId } from "../build_id.ts";
import { PROPS_ID, slotTemplateId } from "../marks.ts";
import { ActiveSlot } from "./active_island.ts";
import { type RenderState, renderState, Slot } from "./render_state.ts";

/**
 * Ends the body: first the slots that no island has drawn, since an island may show them later,
 * then the scripts. A page that needs none gets none.
 */
export function Scripts(): ComponentChildren {
  const state = renderState();
  if (state === null) return null;
  if (state.pendingSlots.size === 0) return state.needsScript ? runtimeScripts(state) : null;

  const templates = [...state.pendingSlots].map(([id, { name, children }]) =>
    h("template", { id: slotTemplateId(id) }, h(ActiveSlot, { slot: new Slot(id, name) }, children))
  );
  // Drawing these may bring islands and slots to light, so the scripts come after them.
  return [...templates, h(Scripts, null)];
}

function runtimeScripts(state: RenderState): ComponentChild[] {
  const { cache, nonce } = state;
  const scripts: ComponentChild[] = [];
  const lines: string[] = [];
  if (state.islands.size > 0) {
    const islands = [...state.islands];
    const json = stringify(state.islandProps, [slotEncoder]).replaceAll("<", "\\u003c");
    scripts.push(script({ id: PROPS_ID, type: "application/json" }, json));
    lines.push(`import{boot}from${urlOf(state, cache.clientEntry)};`);
    for (const island of islands) lines.push(importOf(state, island));
    lines.push(`boot({${islands.map(({ name }) => name).join(",")}});`);
  }
  if (cache.reloadEntry !== null) lines.push(`import${urlOf(state, cache.reloadEntry)};`);
  const attributes = { type: "module", nonce, [BUILD_ID_ATTRIBUTE]: buildId() };
  scripts.push(script(attributes, lines.join("")));
  return scripts;
}

function script(attributes: Record<string, string>, content: string): ComponentChild {
  return h("script", { ...attributes, dangerouslySetInnerHTML: { __html: content } });
}

function importOf(state: RenderState, { name, exportName, file }: Island): string {
  const binding = exportName === name ? name : `${exportName} as ${name}`;
  return `import{${binding}}from${urlOf(state, file)};`;
}

function urlOf(state: RenderState, path: string): string {
  return JSON.stringify(state.basePath + path).replaceAll("<", "\\u003c");
}

function slotEncoder(value: object): [string, unknown] | undefined {
  return value instanceof Slot ? ["Slot", value.id] : undefined;
}
