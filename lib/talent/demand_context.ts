import type { Wish } from "./cues.ts";
import type { JobSentence } from "./job_sentences.ts";
import type { Range, Reading } from "./reading.ts";
import type { Level, Span } from "./types.ts";
import type { AskedYears } from "./years.ts";

/** One thing that a sentence asks for, before equal ones are put together. */
export interface Demand {
  readonly name: string;
  readonly level: Level;
  readonly years: number | null;
  /** Whether the text makes it a condition. */
  readonly isMandatory: boolean;
  /** Whether it is a term of the work, such as its hours, which résumés seldom speak of. */
  readonly isTerm?: boolean;
  /** The sentence. */
  readonly source: Span;
}

/** A sentence while its demands are read. */
export interface DemandContext {
  readonly reading: Reading;
  readonly sentence: JobSentence;
  readonly wishes: readonly Wish[];
  readonly years: readonly AskedYears[];
  readonly used: boolean[];
  readonly mandatory: boolean;
}

/** Keeps a demand, and the token at which it stands. */
export type AddDemand = (at: number, demand: Demand) => void;

/** Marks tokens as read, so that nothing else is made of them. */
export function mark(context: DemandContext, from: number, to: number): void {
  for (let at = from; at < to; at++) context.used[at] = true;
}

export function isWished({ wishes, sentence }: DemandContext, { from }: Range): boolean {
  return sentence.isWished || wishes.some((wish) => wish.from <= from && from < wish.to);
}

/** The known skill that a range names, or null. */
export function nameIn({ reading }: DemandContext, range: Range): { readonly type: string } | null {
  return reading.mentions.find(({ from, to, type }) =>
    from >= range.from && to <= range.to && type !== "occupation"
  ) ?? null;
}

export const FRAMES = new Set(
  ("experience knowledge understanding proficiency familiarity familiar proficient skilled expertise background command mastery exposure affinity experienced versed trained certified " +
    "skills skill ervaring kennis vaardigheden vaardigheid inzicht affiniteit achtergrond bekend vertrouwd ervaren bedreven werkervaring bezit beheersing vaardig")
    .split(" "),
);
const FRAME_REACH = 9;

/** Whether "experience with" or the like stands before it, in this clause. */
export function followsFrame({ reading }: DemandContext, element: Range): boolean {
  for (let at = element.from - 1; at >= 0 && element.from - at <= FRAME_REACH; at--) {
    const word = reading.tokens[at]?.text ?? "";
    if (word === "." || word === ";") return false;
    if (FRAMES.has(word)) return true;
  }
  return FRAMES.has(reading.tokens[element.to]?.text ?? "");
}

export function makeDemand(
  context: DemandContext,
  range: Range,
  name: string,
  years: number | null,
): Demand {
  const { sentence } = context;
  const wished = isWished(context, range);
  return {
    name: name.length <= 255 ? name : name.slice(0, 255).trimEnd(),
    level: wished || sentence.zone === "wish" ? "nice_to_have" : "required",
    years,
    isMandatory: context.mandatory && !wished,
    source: { start: sentence.start, end: sentence.end },
  };
}
