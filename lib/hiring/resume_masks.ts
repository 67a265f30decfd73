import type { HiddenText } from "../documents/types.ts";
import type { Trx } from "../platform/database.ts";
import { type MaskedText, maskResume, maskWords, secretsOf } from "../talent/mask.ts";
import type { Likeness, Match, Reason } from "../talent/types.ts";

/** What of a row tells how to mask words of its résumé. */
export interface Maskable {
  readonly isMasked: boolean;
  readonly secrets: readonly string[] | null;
}

/** The same of a row with the text, and the day that it is read as of. */
export interface MaskableText extends Maskable {
  readonly text: string | null;
  readonly receivedOn: string;
}

/** Keeps what a masked résumé must not show, and the text that may be searched. */
export async function storeMask(
  trx: Trx,
  resumeId: string,
  text: string,
  receivedOn: string,
): Promise<void> {
  const secrets = secretsOf(text, receivedOn);
  const maskedText = maskResume(text, secrets, receivedOn).text;
  await trx.updateTable("resumes").set({ secrets, maskedText })
    .where("id", "=", resumeId).where("isMasked", "=", true).execute();
}

/** The text as it may be shown, with what moves its spans; null where it is shown as it is. */
export function maskOf({ isMasked, secrets, text, receivedOn }: MaskableText): MaskedText | null {
  return isMasked && text !== null ? maskResume(text, secrets ?? [], receivedOn) : null;
}

/** How words of a résumé may be said. */
export function wordsOf({ isMasked, secrets }: Maskable): (words: string) => string {
  return (words) => isMasked ? maskWords(words, secrets ?? []) : words;
}

/** Verdicts whose quotes are those of the masked text, at their places in it. */
export function maskMatches(row: MaskableText, matches: readonly Match[]): readonly Match[] {
  const mask = maskOf(row);
  if (mask === null) return matches;
  const say = wordsOf(row);
  return matches.map(({ reason, evidence, ...match }) => ({
    ...match,
    reason: maskReason(reason, say),
    evidence: evidence.map((quote) => {
      const { start, end } = mask.moved(quote);
      return { text: mask.text.slice(start, end), start, end };
    }),
  }));
}

/** A reason whose words are said by `wordsOf()`: some quote the résumé. */
export function maskReason({ code, params }: Reason, say: (words: string) => string) {
  const said = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "string" ? say(value) : value,
  ]);
  return { code, params: Object.fromEntries(said) };
}

/** The same with the words that make a résumé alike to its posting. */
export function maskLikeness(row: MaskableText, likeness: Likeness | null): Likeness | null {
  const mask = maskOf(row);
  if (mask === null || likeness === null) return likeness;
  const evidence = likeness.evidence.map((quote) => {
    const { start, end } = mask.moved(quote);
    return { text: mask.text.slice(start, end), start, end };
  });
  return { ...likeness, evidence };
}

/** Hidden text of a masked résumé, where it stands in what is shown. */
export function maskHidden(part: HiddenText, mask: MaskedText): HiddenText {
  return {
    ...part,
    at: mask.moved({ start: part.at, end: part.at }).start,
    text: maskWords(part.text, mask.secrets),
  };
}
