import { FIELDS } from "./field_data.ts";
import { lexicon } from "./lexicon.ts";

/** How a skill near the one asked for stands to it: "narrower" is a kind or a part of it. */
export interface Neighbour {
  readonly kind: "narrower" | "broader" | "related";
  readonly steps: number;
}

const MAX_DOWN = 3;
const held = new Map<string, ReadonlySet<string>>();

/**
 * The occupations whose name alone shows a skill: a district nurse works in home care, a Java
 * developer in Java. Those of a narrower occupation too. For a branch of industry, the occupations
 * at home in it.
 */
export function occupationsOf(id: string): ReadonlySet<string> {
  const before = held.get(id);
  if (before !== undefined) return before;
  const found = new Set<string>(FIELDS[id]);
  for (const [near, { kind, steps }] of neighboursOf(id)) {
    if (steps > 1 || kind === "broader" || !isOccupation(near)) continue;
    found.add(near);
    for (const [under, { kind }] of neighboursOf(near)) {
      if (kind === "narrower" && isOccupation(under)) found.add(under);
    }
  }
  held.set(id, found);
  return found;
}

function isOccupation(id: string): boolean {
  return lexicon().skillById(id)?.type === "occupation";
}
const known = new Map<string, ReadonlyMap<string, Neighbour>>();

/**
 * The skills near one: what is narrower (up to three steps), what is broader or related (one step,
 * as two steps up everything is near everything). The lexicon never changes, so they are kept.
 */
export function neighboursOf(id: string): ReadonlyMap<string, Neighbour> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = new Map<string, Neighbour>();
  let edge = [id];
  for (let steps = 1; steps <= MAX_DOWN && edge.length > 0; steps++) {
    const next: string[] = [];
    for (const from of edge) {
      for (const to of lexicon().narrowerOf(from)) {
        if (to === id || found.has(to)) continue;
        found.set(to, { kind: "narrower", steps });
        next.push(to);
      }
    }
    edge = next;
  }
  for (const to of lexicon().broaderOf(id)) {
    if (!found.has(to)) found.set(to, { kind: "broader", steps: 1 });
  }
  for (const to of lexicon().relatedOf(id)) {
    if (!found.has(to)) found.set(to, { kind: "related", steps: 1 });
  }
  known.set(id, found);
  return found;
}

const peers = new Map<string, ReadonlySet<string>>();

/**
 * What is of the same sort as a skill, for "or a similar one": what shares what it is a part of,
 * and the word for what it is. Mailchimp and Klaviyo, Prometheus and Nagios.
 */
export function peersOf(id: string): ReadonlySet<string> {
  const before = peers.get(id);
  if (before !== undefined) return before;
  const genus = lexicon().skillById(id)?.is?.en;
  const found = new Set<string>();
  for (const above of lexicon().broaderOf(id)) {
    for (const near of lexicon().narrowerOf(above)) {
      if (near !== id && lexicon().skillById(near)?.is?.en === genus) found.add(near);
    }
  }
  peers.set(id, found);
  return found;
}
