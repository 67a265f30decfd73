import { isMandatory, readWishes } from "./cues.ts";
import { type JobSentence, readJobSentences } from "./job_sentences.ts";
import type { Requirement } from "./types.ts";

/** Why a requirement was read as required or as nice to have. */
export type LevelCode =
  /** A person typed it or set its level. */
  | "by_hand"
  /** It is the occupation that the posting is for. */
  | "by_title"
  /** It stands under a heading of demands, or of wishes. */
  | "under_demands"
  | "under_wishes"
  /** Words of its sentence say so: "must", "is a plus". */
  | "must_words"
  | "wish_words"
  /** It was read from running text, or from the duties, and nothing there says how much it counts. */
  | "running_text"
  | "duties";

/** How a requirement's level was read, and how sure that is. */
export interface LevelReason {
  readonly code: LevelCode;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether it is a guess, so that a person should decide. */
  readonly isDoubtful: boolean;
}

const DOUBTFUL = 0.7;

const CONFIDENCE: Readonly<Record<LevelCode, number>> = {
  by_hand: 1,
  by_title: 0.95,
  must_words: 0.95,
  wish_words: 0.95,
  under_wishes: 0.9,
  under_demands: 0.85,
  running_text: 0.6,
  duties: 0.5,
};

type Read = Pick<Requirement, "level" | "kind" | "source">;

/**
 * Says why each requirement has its level, from the words that it was read from.
 *
 * @param requirements As read from this text, or as changed since.
 * @returns One for each, in the same order.
 */
export function explainLevels(text: string, requirements: readonly Read[]): LevelReason[] {
  const sentences = readJobSentences(text);
  const titles = requirements.filter(({ kind }) => kind === "occupation");
  return requirements.map((one) => {
    const isOfTitle = one.kind === "occupation" ||
      titles.some(({ source }) => isSameSpan(source, one.source));
    const code = codeOf(one, sentences, isOfTitle);
    const confidence = CONFIDENCE[code];
    return { code, confidence, isDoubtful: confidence < DOUBTFUL };
  });
}

/** The rank and the field of a title stand where its occupation stands. */
function isSameSpan(one: Read["source"], other: Read["source"]): boolean {
  return one !== null && other !== null && one.start === other.start && one.end === other.end;
}

function codeOf(
  { level, source }: Read,
  sentences: readonly JobSentence[],
  isOfTitle: boolean,
): LevelCode {
  if (source === null) return "by_hand";
  const sentence = sentences.find(({ start, end }) => start <= source.start && source.end <= end);
  if (sentence === undefined) return isOfTitle ? "by_title" : "running_text";
  const read = codeOfSentence(sentence);
  if (isSplit(sentence) && read.level !== null && read.level !== level) {
    return codeOfSentence(sentence, false).code;
  }
  if (isOfTitle && read.level === null) return "by_title";
  return read.level === null || read.level === level ? read.code : "by_hand";
}

/** @param withWish Whether the words of wishing count: only a part of the sentence may be a wish. */
function codeOfSentence(
  { zone, tokens, isCondition, isWished }: JobSentence,
  withWish = true,
): { code: LevelCode; level: Requirement["level"] | null } {
  if (withWish && (isWished || readWishes(tokens).length > 0)) {
    return { code: "wish_words", level: "nice_to_have" };
  }
  if (isCondition || isMandatory(tokens)) return { code: "must_words", level: "required" };
  if (zone === "wish") return { code: "under_wishes", level: "nice_to_have" };
  if (zone === "requirement") return { code: "under_demands", level: "required" };
  return zone === "duty" ? { code: "duties", level: null } : { code: "running_text", level: null };
}

/** "Java required, Kotlin is a plus": only a part of it is wished for. */
function isSplit({ tokens }: JobSentence): boolean {
  return readWishes(tokens).some(({ from, to }) => from > 0 || to < tokens.length - 1);
}
