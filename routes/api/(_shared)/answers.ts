import { z } from "zod";
import { refusalWords } from "../../../components/refusal_words.ts";
import { EvaluatedMatch, EvaluationDetail, Override } from "../../../lib/hiring/evaluations.ts";
import { JobProgress, ResumeProgress } from "../../../lib/hiring/progress.ts";
import { RankingRow } from "../../../lib/hiring/ranking.ts";
import { JobRequirement } from "../../../lib/hiring/requirement_rows.ts";
import { ResumeRow } from "../../../lib/hiring/resume_rows.ts";
import { AddedResume } from "../../../lib/hiring/resume_upload.ts";
import { Resume } from "../../../lib/hiring/resumes.ts";
import type { FileError } from "../../../lib/hiring/states.ts";
import { Verdict } from "../../../lib/hiring/states.ts";
import { StripItem } from "../../../lib/hiring/summary.ts";
import { sayReason } from "../../../lib/talent/reasons.ts";
import type { Language } from "../../../lib/talent/types.ts";
import { textsFor, translate } from "../../../locales/translate.ts";

/** A stored reason with the sentence that says it. */
const Said = z.object({ code: z.string(), detail: z.string() });

/** Says why a file could not be used. */
export function sayError(language: Language, error: FileError): z.infer<typeof Said>;
export function sayError(language: Language, error: FileError | null): z.infer<typeof Said> | null;
export function sayError(language: Language, error: FileError | null) {
  if (!error) return null;
  const { title, advice } = refusalWords(language, textsFor(language, "refusal."), error);
  return { code: error.code, detail: `${title} ${advice}` };
}

const error = Said.nullable();

export const AddedResumeAnswer = AddedResume.extend({ error }).meta({ id: "AddedResume" });
export const ResumeRowAnswer = ResumeRow.extend({ error }).meta({ id: "ResumeRow" });

/** Replaces the stored reason of a row by one that is said. */
export function toRowAnswer<T extends { error: FileError | null }>(language: Language, row: T) {
  return { ...row, error: sayError(language, row.error) };
}

export const ResumeAnswer = Resume.extend({ error, warnings: z.array(Said) }).meta({
  id: "Resume",
});

/** A résumé with its text, its reasons and warnings said. */
export function toResumeAnswer(language: Language, resume: Resume): z.infer<typeof ResumeAnswer> {
  return {
    ...toRowAnswer(language, resume),
    warnings: resume.warnings.map(({ code, params }) => ({
      code,
      detail: code === "hidden_text"
        ? translate(language, "resumes.hidden", { count: Number(params.characters) })
        : translate(language, "resumes.doubtful_recognition", { share: Number(params.share) }),
    })),
  };
}

export const ProgressAnswer = JobProgress.omit({ change: true, isSnapshot: true }).extend({
  resumes: z.array(ResumeProgress.extend({ error })),
}).meta({ id: "JobProgress" });

/** What changed in a job, its reasons said. */
export function toProgressAnswer(
  language: Language,
  { change: _change, isSnapshot: _isSnapshot, resumes, ...progress }: JobProgress,
): z.infer<typeof ProgressAnswer> {
  return { ...progress, resumes: resumes.map((row) => toRowAnswer(language, row)) };
}

export const RankingRowAnswer = RankingRow.omit({ error: true, strip: true, gap: true }).extend({
  /** Only where the file could not be read. */
  error: Said.optional(),
  strip: z.array(StripItem.omit({ verdict: true }).extend({ match: Verdict })),
  gap: z.object({ requirementId: z.string(), name: z.string(), match: Verdict }).nullable(),
}).meta({ id: "RankingRow" });

/** A row of the ranking; what others call a verdict is `match` in the API, as on the command line. */
export function toRankingAnswer(
  language: Language,
  { error, strip, gap, ...row }: RankingRow,
): z.infer<typeof RankingRowAnswer> {
  return {
    ...row,
    ...(error ? { error: sayError(language, error) } : {}),
    strip: strip.map(({ verdict, ...item }) => ({ ...item, match: verdict })),
    gap: gap && { requirementId: gap.requirementId, name: gap.name, match: gap.verdict },
  };
}

const OverrideAnswer = Override.omit({ verdict: true }).extend({ match: Verdict });

const MatchAnswer = z.object({
  requirementId: z.string(),
  /** The requirement's name. */
  requirement: z.string(),
  ...JobRequirement.pick({
    level: true,
    kind: true,
    years: true,
    importance: true,
    gate: true,
  }).shape,
  /** What holds: the override's verdict where there is one. */
  match: Verdict,
  engineMatch: Verdict,
  reason: z.string(),
  evidence: EvaluatedMatch.shape.evidence,
  tried: z.array(z.string()),
  override: OverrideAnswer.nullable(),
});

export const EvaluationAnswer = EvaluationDetail.omit({ matches: true }).extend({
  matches: z.array(MatchAnswer),
}).meta({ id: "Evaluation" });

/** An evaluation, its reasons said. */
export function toEvaluationAnswer(
  language: Language,
  { matches, ...evaluation }: EvaluationDetail,
): z.infer<typeof EvaluationAnswer> {
  return { ...evaluation, matches: matches.map((match) => toMatchAnswer(language, match)) };
}

function toMatchAnswer(
  language: Language,
  { requirement, verdict, engineVerdict, reason, evidence, tried, override }: EvaluatedMatch,
): z.infer<typeof MatchAnswer> {
  const { id, name, level, kind, years, importance, gate } = requirement;
  return {
    requirementId: id,
    requirement: name,
    level,
    kind,
    years,
    importance,
    gate,
    match: verdict,
    engineMatch: engineVerdict,
    reason: sayReason(reason, language),
    evidence,
    tried,
    override: override && toOverrideAnswer(override),
  };
}

function toOverrideAnswer({ verdict, ...override }: Override) {
  return { ...override, match: verdict };
}
