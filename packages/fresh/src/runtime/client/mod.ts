import { computed, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { parse } from "../../jsonify/parse.ts";
import { PROPS_ID } from "../marks.ts";
import { hydrate, type IslandProps, SlotRef } from "./hydrate.ts";

/** Brings the islands of the page to life. */
export function boot(islands: Record<string, ComponentType>): void {
  const text = document.getElementById(PROPS_ID)?.textContent;
  if (text == null) return;
  const props = parse<IslandProps[]>(text, {
    Signal: (value) => signal(value),
    Computed: (value) => computed(() => value),
    Slot: (id) => new SlotRef(id as number),
  });
  hydrate(document.body, islands, props);
}
