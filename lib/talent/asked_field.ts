import type { JobSentence } from "./job_sentences.ts";
import { lexicon } from "./lexicon.ts";
import { type PlacedMention, readPiece, textOf } from "./reading.ts";
import type { JobTitle } from "./job_title.ts";
import type { Span } from "./types.ts";

/** The branch of industry that a posting is in. */
export interface PostingField {
  readonly skill: string;
  readonly name: string;
  /** The words or the line that say it. */
  readonly source: Span;
}

/** A posting that names more branches than these serves them all and is in none. */
const MAX_FIELDS = 2;

/**
 * The field that a posting is in: as its title says, else as the sentences about the work say. A
 * wish and no more, as work alike is done in other fields too.
 *
 * @returns Null where it says none, or serves so many that it is in none.
 */
export function readField(
  text: string,
  title: JobTitle | null,
  sentences: readonly JobSentence[],
): PostingField | null {
  const [first] = title === null ? [] : industriesIn(text, title.source);
  if (first !== undefined) return first;
  const told = sentences.flatMap((sentence) =>
    sentence.zone === "duty" || sentence.zone === "prose" ? industriesIn(text, sentence) : []
  );
  return new Set(told.map(({ skill }) => skill)).size > MAX_FIELDS ? null : mostTold(told);
}

function industriesIn(text: string, span: Span): PostingField[] {
  const reading = readPiece(text, span);
  return reading.mentions.filter(({ skill }) => lexicon().isIndustry(skill)).map(
    ({ skill, from, to }: PlacedMention) => ({
      skill,
      name: textOf(reading, { from, to }),
      source: { start: span.start, end: span.end },
    }),
  );
}

/** The one that is named most; the first of those that are named as often. */
function mostTold(told: readonly PostingField[]): PostingField | null {
  const count = (one: PostingField) => told.filter(({ skill }) => skill === one.skill).length;
  return told.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
