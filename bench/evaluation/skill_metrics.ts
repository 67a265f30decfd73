import type { Span } from "../../lib/talent/types.ts";

/** A text with the skills that people marked in it. */
export interface Marked {
  readonly id: string;
  readonly text: string;
  readonly skills: readonly MarkedSkill[];
  /** The blocks that were marked with care; nothing outside them was. */
  readonly zones?: readonly (readonly [number, number])[];
}

export interface MarkedSkill extends Span {
  readonly kind?: string;
}

/** Shares from 0 to 1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SkillFigures {
  /** Same start and end. */
  readonly strict: Overlap;
  /** A shared character is enough. */
  readonly partial: Overlap;
  /** Partial precision inside the zones; null when no text has zones. */
  readonly zonePrecision: number | null;
}

/** Whether two spans share a character. */
export function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span lies in what people marked with care. */
export function isInZone({ zones }: Marked, span: Span): boolean {
  return zones?.some(([start, end]) => meets(span, { start, end })) ?? true;
}

/** Holds what was found in texts against what people marked; `found` goes along with `texts`. */
export function skillFigures(
  texts: readonly Marked[],
  found: readonly (readonly Span[])[],
): SkillFigures {
  const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
  const inZones = texts.map((text, at) => (found[at] ?? []).filter((one) => isInZone(text, one)));
  return {
    strict: overlapOf(texts, found, isSame),
    partial: overlapOf(texts, found, meets),
    zonePrecision: texts.some(({ zones }) => zones)
      ? overlapOf(texts, inZones, meets).precision
      : null,
  };
}

function overlapOf(
  texts: readonly Marked[],
  found: readonly (readonly Span[])[],
  isHit: (a: Span, b: Span) => boolean,
): Overlap {
  let [all, right, marked, met] = [0, 0, 0, 0];
  texts.forEach(({ skills }, at) => {
    const here = found[at] ?? [];
    const wanted = withoutTwins(skills);
    all += here.length;
    right += here.filter((one) => wanted.some((skill) => isHit(one, skill))).length;
    marked += wanted.length;
    met += wanted.filter((skill) => here.some((one) => isHit(one, skill))).length;
  });
  const precision = all === 0 ? 0 : right / all;
  const recall = marked === 0 ? 0 : met / marked;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : 2 * precision * recall / sum };
}

function withoutTwins<T extends Span>(spans: readonly T[]): T[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}
