import { z } from "zod";
import {
  BulkHead,
  BulkResult,
  BulkResume,
  type BulkState,
} from "../../../lib/hiring/bulk_evaluations.ts";
import { Verdict } from "../../../lib/hiring/states.ts";
import { sayReason } from "../../../lib/talent/reasons.ts";
import type { Language } from "../../../lib/talent/types.ts";
import { sayError } from "./answers.ts";

const BulkResumeAnswer = BulkResume.extend({
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  matches: z.array(
    BulkResume.shape.matches.element.omit({ verdict: true }).extend({
      match: Verdict,
      reason: z.string(),
    }),
  ),
});

export const BulkAnswer = BulkHead.extend({
  result: BulkResult.extend({ resumes: z.array(BulkResumeAnswer) }).nullable(),
});

/** A bulk evaluation, its reasons said. */
export function toBulkAnswer(
  language: Language,
  { id, status, expiresAt, result }: BulkState,
): z.infer<typeof BulkAnswer> {
  return {
    taskId: id,
    status,
    expiresAt,
    result: result && {
      ...result,
      resumes: result.resumes.map(({ error, matches, ...resume }) => ({
        ...resume,
        error: sayError(language, error),
        matches: matches.map(({ verdict, reason, ...match }) => ({
          ...match,
          match: verdict,
          reason: sayReason(reason, language),
        })),
      })),
    },
  };
}
