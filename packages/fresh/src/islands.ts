import type { AnyComponent, ComponentType } from "preact";

/** A component that is hydrated in the browser. */
export interface Island {
  /** The path of its script. */
  file: string;
  /** Unique among all islands. */
  name: string;
  exportName: string;
  fn: ComponentType;
  css: string[];
}

export type IslandRegistry = Map<ComponentType, Island>;

/**
 * Adds every component that a module of islands exports.
 *
 * @param name What the default export is called; the other exports have their own names.
 * @param file The path of the module's script.
 */
export function addIslands(
  registry: IslandRegistry,
  module: Record<string, unknown>,
  name: string,
  file: string,
): void {
  const taken = new Set([...registry.values()].map((island) => island.name));
  for (const [exportName, value] of Object.entries(module)) {
    if (typeof value !== "function") continue;
    const fn = value as AnyComponent as ComponentType; // any function may be a component
    const wanted = exportName === "default" ? name : exportName;
    let unique = wanted;
    for (let i = 1; taken.has(unique); i++) unique = `${wanted}_${i}`;
    taken.add(unique);
    registry.set(fn, { file, name: unique, exportName, fn, css: [] });
  }
}
