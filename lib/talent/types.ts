import type { Metric } from "./metrics.ts";

/** The languages that the engine reads and answers in. */
export type Language = "en" | "nl";

/** How much a requirement counts: asked for, or a plus. */
export type Level = "required" | "nice_to_have";

/**
 * Hard: shown by work, study or a document. Soft: behaviour. Occupation: the kind of work itself,
 * which counts for a share of the whole however much else is asked.
 */
export type Kind = "hard" | "soft" | "occupation";

export type Verdict = "YES" | "PARTIAL" | "NO";

export type Grade = "A" | "B" | "C" | "D";

/** A half-open range of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An exact quote: `source.slice(start, end) === text`. */
export interface Evidence extends Span {
  readonly text: string;
}

/**
 * One thing that a job asks for. What it means is read from `name`, so that a requirement
 * typed by a recruiter is judged like one that was read from the posting.
 */
export interface Requirement {
  /** Unique within its set. */
  readonly id: string;
  /** In the posting's own words and language, at most 255 characters. */
  readonly name: string;
  readonly level: Level;
  readonly kind: Kind;
  /** Years of experience asked for, or null when none are. */
  readonly years: number | null;
  /** 1 (least) to 5 (most); 3 is the default and leaves the weight as it is. */
  readonly importance: number;
  /** A failed gate caps the score. */
  readonly gate: boolean;
  /** Set where a measure with thresholds is judged in place of the name. */
  readonly metric?: Metric | null;
  /** The first known skill that the name asks for, for display; null when none is known. */
  readonly skill: string | null;
  /** The sentence that it was read from; null when a person added it. */
  readonly source: Span | null;
}

/** A sentence as data, so that it can be said in either language; see reasons.ts. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The verdict of one résumé on one requirement. */
export interface Match {
  readonly requirementId: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** At least one quote for YES and PARTIAL, none for NO (a denial may be quoted in `reason`). */
  readonly evidence: readonly Evidence[];
  /** For NO: the terms that were looked for. */
  readonly tried: readonly string[];
}

/** A remark for the recruiter that never changes the score, except that a gate's cap shows here. */
export type Flag = "gate_failed" | "gate_partial" | "near_line" | "hidden_text" | "keyword_list";

/** Everything that a ranking needs to know of one judged résumé. */
export interface Score {
  /** 0 to 1 after caps; null when there is no requirement to judge. */
  readonly score: number | null;
  /** 0 to 1 before caps. */
  readonly rawScore: number | null;
  readonly grade: Grade | null;
  readonly requiredMet: number;
  readonly requiredTotal: number;
}

/** What ages at its own pace: occupations, tools and techniques, and all else that one knows or does. */
export type AgingKind = "occupation" | "tool" | "knowledge";

/** Months of other work after which a thing shown counts half; null: it never ages. */
export type HalfLives = Readonly<Record<AgingKind, number | null>>;

/** A job's weights; the defaults are 6, 4 and 10. */
export interface Weights {
  readonly required: number;
  readonly niceToHave: number;
  /**
   * The percent of the whole that the likeness to the posting's words counts: 0 to 15, whole. None
   * when left out.
   */
  readonly text?: number | undefined;
}

/** A word of a posting, as its stem, and how much it weighs among the others. */
export interface PostingWord {
  readonly word: string;
  readonly weight: number;
}

/** How alike a résumé is to the words of a posting. */
export interface Likeness {
  /** 0 to 100, whole. */
  readonly percent: number;
  /** The words that say most of it, where they first stand. */
  readonly evidence: readonly Evidence[];
}

/** What the text of a résumé says of its owner; each part only when found. */
export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly place: string | null;
}

/** The verdict of one résumé on one job. Plain data: safe to store as JSON. */
export interface Evaluation extends Score {
  readonly engineVersion: string;
  readonly language: Language;
  readonly contact: Contact;
  /** "Backend engineer · Polderpay": the latest dated role, when one was found. */
  readonly headline: string | null;
  /** One per requirement, in the job's order. */
  readonly matches: readonly Match[];
  /** Null when it does not count: without words of a posting, or a weight for them. */
  readonly likeness: Likeness | null;
  readonly flags: readonly Flag[];
}

/** A job text, read. */
export interface JobReading {
  readonly language: Language;
  readonly requirements: readonly Requirement[];
}
