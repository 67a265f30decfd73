import { z } from "zod";
import { RateLimitInput, RateLimitPatch } from "../../lib/accounts/rate_limits.ts";
import { TierInput, TierPatch } from "../../lib/accounts/tiers.ts";
import { Conflict, InvalidInput, NotFound } from "../../lib/platform/errors.ts";

/** Why a form about tiers was not taken; words under `tiers.problem_`. */
export type TierProblem = "conflict" | "in_use" | "input" | "username";

/** A form as it is typed, and then as the input that it makes. */
function typed<T extends z.ZodType>(form: z.ZodType, input: T) {
  return form.pipe(z.preprocess((fields) => fields, input));
}

const quota = z.string().trim().regex(/^\d{0,9}$/)
  .transform((typed) => typed === "" ? null : Number(typed)).default(null);

/** In GB of 1024³ bytes, with either decimal sign. */
const storage = z.string().trim().regex(/^(\d{1,6}([.,]\d+)?)?$/)
  .transform((typed) =>
    typed === "" ? null : Math.round(Number(typed.replace(",", ".")) * 1024 ** 3)
  ).default(null);

const tierFields = z.object({ name: z.string(), resumes: quota, jobs: quota, storage })
  .transform(({ name, resumes, jobs, storage }) => ({
    name,
    monthlyResumes: resumes,
    monthlyJobs: jobs,
    storageBytes: storage,
  }));

/** A tier as the form for a new one has it. */
export const NewTierFields = typed(tierFields, TierInput);

/** A change of a tier as its form has it. */
export const TierFields = typed(tierFields, TierPatch);

const figure = z.string().trim().regex(/^\d{1,9}$/).transform(Number);

const limitFields = z.object({
  path: z.string(),
  method: z.string().transform((typed) => typed || null),
  limit: figure,
  period: figure,
});

/** A limit as the form for a new one has it. */
export const NewLimitFields = typed(limitFields, RateLimitInput);

/** A change of a limit as its form has it. */
export const LimitFields = typed(limitFields, RateLimitPatch);

/** What a person did wrong; anything else is thrown on. */
export function tierProblemOf(error: unknown): TierProblem {
  if (error instanceof Conflict) return "conflict";
  if (error instanceof InvalidInput) return "input";
  if (error instanceof NotFound && error.message.includes("user")) return "username";
  throw error;
}
