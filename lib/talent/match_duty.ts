import { isContact } from "./contact.ts";
import { doubtAt } from "./denial.ts";
import type { Finding } from "./finding.ts";
import { isShowing, type Place, quotesOf, timeOf } from "./places.ts";
import { remember } from "./remember.ts";
import { type Line, lineAt, type ParsedResume } from "./resume.ts";
import { stem } from "./stems.ts";
import type { Target } from "./target.ts";
import { tellingOf } from "./telling.ts";
import { tokenize } from "./text.ts";

type DutyTarget = Extract<Target, { type: "duty" }>;

/** A line that holds so much of what a duty says tells that it was done … */
const SAME_SHARE = 0.5;
/** … and so much that something like it was. */
const NEAR_SHARE = 0.3;
const MAX_LINES = 3;

/** How much each word of a duty tells, by its stem; those that tell nothing are left out. */
export const dutyWords: (name: string) => ReadonlyMap<string, number> = remember((name) => {
  const words = new Map<string, number>();
  for (const { kind, text } of tokenize(name)) {
    const weight = kind === "word" ? tellingOf(text) : 0;
    if (weight > 0) words.set(stem(text), weight);
  }
  return words;
});

interface Hit {
  readonly line: Line;
  weight: number;
  words: number;
  start: number;
  end: number;
}

/**
 * Judges a duty by the line of work that says most of it, each word weighed by how much it tells.
 * Lists and profiles tell of no deeds: one that says half of it is a PARTIAL.
 */
export function judgeDuty(resume: ParsedResume, { name }: DutyTarget): Finding {
  const words = dutyWords(name);
  let total = 0;
  for (const weight of words.values()) total += weight;
  const hits = [...hitsOf(resume, words).values()].filter((hit) => hit.words >= 2)
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
  const done = hits.filter(({ line, weight }) =>
    isShowing(line.zone) && weight >= total * NEAR_SHARE
  );
  const [best] = done;
  if (best !== undefined) {
    return doneFinding(resume, name, done.slice(0, MAX_LINES), best.weight / total);
  }
  const claim = hits.find(({ line, weight }) =>
    line.zone === "claim" && weight >= total * SAME_SHARE
  );
  const found = {
    verdict: claim === undefined ? "NO" as const : "PARTIAL" as const,
    reason: { code: claim === undefined ? "duty_absent" : "claimed", params: { term: name } },
    evidence: claim === undefined ? [] : quotesOf(resume, [placeOf(claim)]),
  };
  return { ...found, tried: [name], strength: claim === undefined ? 0 : 20 };
}

function doneFinding(
  resume: ParsedResume,
  name: string,
  hits: readonly Hit[],
  share: number,
): Finding {
  const places = hits.map(placeOf);
  const { months, roles, isCurrent } = timeOf(places);
  const isSame = share >= SAME_SHARE;
  return {
    verdict: isSame ? "YES" : "PARTIAL",
    reason: {
      code: isSame ? "duty_done" : "duty_near",
      params: { term: name, months, roles, current: isCurrent ? 1 : 0 },
    },
    evidence: quotesOf(resume, places),
    tried: [name],
    strength: 50 + share,
  };
}

function placeOf({ line, start, end }: Hit): Place {
  return { start, end, line, share: 1, doubt: null };
}

function hitsOf(resume: ParsedResume, words: ReadonlyMap<string, number>): Map<Line, Hit> {
  const hits = new Map<Line, Hit>();
  for (const [key, weight] of words) {
    let before: Line | null = null;
    for (const at of resume.words.positions.get(key) ?? []) {
      const token = resume.words.tokens[at];
      if (token === undefined) continue;
      const line = lineAt(resume.lines, token.start);
      if (line === null || line === before || line.zone === "aside") continue;
      if (doubtAt(resume.doubts, token) !== null || isContact(resume.personal, token)) continue;
      before = line;
      const hit = hits.get(line);
      if (hit === undefined) {
        hits.set(line, { line, weight, words: 1, start: token.start, end: token.end });
      } else {
        hit.weight += weight;
        hit.words++;
        hit.start = Math.min(hit.start, token.start);
        hit.end = Math.max(hit.end, token.end);
      }
    }
  }
  return hits;
}
