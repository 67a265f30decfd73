import { z } from "zod";

/** Where a résumé stands on its way from upload to verdict. */
export const ResumeStatus = z.enum(["waiting", "reading", "judging", "done", "failed"]).meta({
  id: "ResumeStatus",
});
export type ResumeStatus = z.infer<typeof ResumeStatus>;

/** How many résumés stand where; `total` is their sum. */
export const ResumeCounts = z.object({
  waiting: z.int(),
  reading: z.int(),
  judging: z.int(),
  done: z.int(),
  failed: z.int(),
  total: z.int(),
});
export type ResumeCounts = z.infer<typeof ResumeCounts>;

/** How many evaluations have which grade. */
export const GradeCounts = z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int() }).meta({
  id: "GradeCounts",
});
export type GradeCounts = z.infer<typeof GradeCounts>;

/**
 * Why a file could not be used: a refusal of lib/documents, or `internal` when every attempt to
 * read it failed. `locales/` says it to people, with `params` filled in.
 */
export const FileError = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FileError = z.infer<typeof FileError>;

export const Language = z.enum(["en", "nl"]);
export const Level = z.enum(["required", "nice_to_have"]);
export const Kind = z.enum(["hard", "soft", "occupation"]);
export const Verdict = z.enum(["YES", "PARTIAL", "NO"]).meta({ id: "Verdict" });
export const Grade = z.enum(["A", "B", "C", "D"]).meta({ id: "Grade" });
/** What the engine remarks. */
export const EngineFlag = z.enum([
  "gate_failed",
  "gate_partial",
  "near_line",
  "hidden_text",
  "keyword_list",
]);

/** `objection`: the person objects to being judged by a program, so nothing else is told. */
export const Flag = z.enum([...EngineFlag.options, "objection"]).meta({ id: "Flag" });
export type Flag = z.infer<typeof Flag>;

/** What a ranking marks a résumé with; `opinion_differs` is a language model's and never scored. */
export const RankingFlag = z.enum([...Flag.options, "opinion_differs"]).meta({ id: "RankingFlag" });
export type RankingFlag = z.infer<typeof RankingFlag>;

/** The stages that every workspace begins with; any of them may be renamed. */
export const StageKey = z.enum(["new", "shortlisted", "interview", "offer", "hired", "rejected"]);
export type StageKey = z.infer<typeof StageKey>;

/** What standing in a stage means. */
export const Decision = z.enum(["undecided", "shortlisted", "rejected"]).meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

/** Why somebody was moved, for the reports; a refusal must have one. */
export const ReasonCode = z.enum([
  "requirements_not_met",
  "gate_not_met",
  "less_experience",
  "other_chosen",
  "withdrew",
  "conditions",
  "other",
]).meta({ id: "ReasonCode" });
export type ReasonCode = z.infer<typeof ReasonCode>;

/** A half-open range of UTF-16 code units in a text. */
export const Span = z.object({ start: z.int(), end: z.int() });
