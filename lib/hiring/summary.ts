import { z } from "zod";
import type {
  Evidence,
  Kind,
  Level as LevelName,
  Verdict as VerdictName,
} from "../talent/types.ts";
import { Level, Verdict } from "./states.ts";

/** One dot of a ranking row: what became of one requirement. */
export const StripItem = z.object({
  requirementId: z.string(),
  level: Level,
  gate: z.boolean(),
  verdict: Verdict,
  isOverridden: z.boolean(),
});
export type StripItem = z.infer<typeof StripItem>;

/** What a ranking row shows of an evaluation. */
export const EvaluationSummary = z.object({
  /** In the job's order. */
  strip: z.array(StripItem),
  /** The most important requirement that is met, in the résumé's own words. */
  strength: z.object({ requirementId: z.string(), name: z.string(), quote: z.string() }).nullable(),
  /** The most important requirement that is not, or not wholly, met. */
  gap: z.object({ requirementId: z.string(), name: z.string(), verdict: Verdict }).nullable(),
});
export type EvaluationSummary = z.infer<typeof EvaluationSummary>;

/** A verdict beside what it is about. */
export interface Judged {
  readonly requirement: {
    readonly id: string;
    readonly name: string;
    readonly level: LevelName;
    readonly kind: Kind;
    readonly importance: number;
    readonly gate: boolean;
    readonly years: number | null;
  };
  readonly verdict: VerdictName;
  readonly evidence: readonly Evidence[];
  readonly isOverridden: boolean;
}

const LONGEST_QUOTE = 140;

/** Sums up verdicts for the ranking. The gap is looked for among gates and hard ones first. */
export function summarise(judged: readonly Judged[]): EvaluationSummary {
  const byWeight = judged.toSorted((a, b) => urgency(b) - urgency(a));
  const met = judged.toSorted((a, b) => strengthOf(b) - strengthOf(a))
    .find(({ verdict, evidence }) => verdict === "YES" && evidence.length > 0);
  // A required one that is partly met weighs more than a missing extra.
  const missing = (level: LevelName) =>
    byWeight.find((one) => one.requirement.level === level && one.verdict === "NO") ??
      byWeight.find((one) => one.requirement.level === level && one.verdict === "PARTIAL");
  const gap = missing("required") ?? missing("nice_to_have");
  return {
    strip: judged.map(({ requirement, verdict, isOverridden }) => ({
      requirementId: requirement.id,
      level: requirement.level,
      gate: requirement.gate,
      verdict,
      isOverridden,
    })),
    strength: met
      ? {
        requirementId: met.requirement.id,
        name: met.requirement.name,
        quote: shorten(met.evidence[0]?.text ?? ""),
      }
      : null,
    gap: gap
      ? { requirementId: gap.requirement.id, name: gap.requirement.name, verdict: gap.verdict }
      : null,
  };
}

function urgency({ requirement: { level, gate, importance, kind } }: Judged): number {
  return (level === "required" ? 100 : 0) + (gate ? 50 : 0) + importance * 2 +
    (kind === "soft" ? 0 : 1);
}

/**
 * A gate that is met is no strength, everybody must; years of experience say the most. What somebody
 * is stands under the name already.
 */
function strengthOf({ requirement: { level, gate, importance, kind, years } }: Judged): number {
  return (level === "required" ? 100 : 0) - (gate ? 50 : 0) - (kind === "occupation" ? 200 : 0) +
    importance * 3 + (years === null ? 0 : 2) + (kind === "soft" ? 0 : 1);
}

/** One line, cut between words. */
function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const cut = line.slice(0, LONGEST_QUOTE);
  const end = cut.lastIndexOf(" ");
  return `${(end > LONGEST_QUOTE / 2 ? cut.slice(0, end) : cut).toWellFormed()}…`;
}
