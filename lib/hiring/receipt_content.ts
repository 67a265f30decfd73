import { z } from "zod";
import { canonicalJson } from "../platform/canonical_json.ts";
import { Day, Id } from "../platform/input.ts";
import { toCamelKeys, toSnakeKeys } from "../platform/snake_case.ts";
import type { EvaluationInput } from "../talent/evaluate.ts";
import { type Sum, sumUp } from "../talent/terms.ts";
import type {
  Evaluation,
  Match,
  Requirement,
  Span as TextSpan,
  Verdict as VerdictName,
} from "../talent/types.ts";
import { EngineIdentity, engineIdentity, Sha256, sha256 } from "./engine_identity.ts";
import { Metric } from "./metrics.ts";
import { HalfLives } from "./half_life_columns.ts";
import { JobRequirement } from "./requirement_rows.ts";
import { EngineFlag, Grade, Kind, Language, Level, Span, Verdict } from "./states.ts";

/** What a requirement adds to a score. */
const RequirementTerm = z.object({
  kind: z.literal("requirement"),
  requirementId: Id,
  level: Level,
  importance: z.int(),
  gate: z.boolean(),
  match: Verdict,
  /** Why, as the engine's code for it; an override has its reason beside it. */
  reason: z.string(),
  /** Where the quotes stand in the text, in UTF-16 code units. */
  evidence: z.array(Span),
  /** The override that gave this verdict; null where the engine's holds. */
  overrideId: Id.nullable(),
  /** The weight of the level × the importance; of an occupation, times what gives it its share. */
  weight: z.number(),
  /** What of the weight counts. */
  counts: z.number(),
});

/** What the likeness to the posting's words adds. */
const TextTerm = z.object({
  kind: z.literal("text"),
  /** In percent. */
  likeness: z.int(),
  /** Where the words that say most of it first stand. */
  evidence: z.array(Span),
  weight: z.number(),
  counts: z.number(),
});

/** One summand of a score. Readers skip nothing: what they do not know changes the sum. */
export const ReceiptTerm = z.discriminatedUnion("kind", [RequirementTerm, TextTerm]);
export type ReceiptTerm = z.infer<typeof ReceiptTerm>;

/** A score as a sum: `counts` ÷ `weight`, then the cap of the gates. */
export const ReceiptSum = z.object({
  terms: z.array(ReceiptTerm),
  counts: z.number(),
  weight: z.number(),
  rawScore: z.number().nullable(),
  /** The gates that are not met whole. */
  gates: z.array(z.object({ requirementId: Id, match: Verdict })),
  /** The most that they allow; null when they cut nothing off. */
  cap: z.number().nullable(),
  score: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int(),
  requiredTotal: z.int(),
}).meta({ id: "ReceiptSum" });
export type ReceiptSum = z.infer<typeof ReceiptSum>;

const JudgedRequirement = JobRequirement.omit({ source: true }).extend({
  kind: Kind,
  /** Left out where the name is judged. */
  metric: Metric.optional(),
}).meta({
  id: "JudgedRequirement",
});

/**
 * All that an evaluation was made of, and what the engine made of it. With the text whose hash it
 * has, it can be computed again without anything else.
 */
export const ReceiptContent = z.object({
  /** The form of this receipt. */
  format: z.literal(1),
  engine: EngineIdentity,
  /** What the engine was given, beside the text. */
  input: z.looseObject({
    textSha256: Sha256,
    /** In UTF-16 code units, as spans count. */
    textLength: z.int(),
    requirementsSha256: Sha256,
    requirements: z.array(JudgedRequirement),
    weights: z.object({ required: z.number(), niceToHave: z.number(), text: z.int().optional() }),
    /** The words of the posting, as their stems; left out where they do not count. */
    posting: z.array(z.object({ word: z.string(), weight: z.number() })).readonly().optional(),
    /** "Present" in the résumé means this day. */
    now: Day,
    hiddenCharacters: z.int(),
    /** Months of other work after which a thing shown counts half; the usual ones when not there. */
    halfLives: HalfLives.optional(),
    /** The job's, in which names are read; the résumé's own when it is not there. */
    language: Language.optional(),
  }),
  /** Before a person changed anything. */
  sum: ReceiptSum,
  flags: z.array(EngineFlag),
}).meta({ id: "ReceiptContent" });
export type ReceiptContent = z.infer<typeof ReceiptContent>;

/** The content of the receipt of what the engine has just judged. */
export function contentOf(given: EvaluationInput, evaluation: Evaluation): ReceiptContent {
  const { text, requirements, ...input } = given;
  const judged = requirements.map(withoutSource);
  return {
    format: 1,
    engine: engineIdentity(),
    input: {
      ...input,
      textSha256: sha256(text),
      textLength: text.length,
      requirementsSha256: sha256(canonicalJson(toSnakeKeys(judged))),
      requirements: judged,
    },
    sum: receiptSum(requirements, evaluation, input.weights),
    flags: [...evaluation.flags],
  };
}

/** The sentence of the posting that it was read from plays no part in how it is judged. */
function withoutSource({ source: _, metric, ...requirement }: Requirement) {
  return metric ? { ...requirement, metric } : requirement;
}

/**
 * What the engine was given, from a receipt and the text that belongs to it.
 *
 * @param text Whichever; its hash is not looked at.
 */
export function inputOf({ input }: ReceiptContent, text: string): EvaluationInput {
  const { textSha256: _, textLength: __, requirementsSha256: ___, requirements, ...rest } = input;
  return {
    ...rest,
    text,
    requirements: requirements.map((one) => ({ ...one, source: null })),
  };
}

/** What the engine said, as far as a sum is made of it. */
export interface SummedVerdicts {
  readonly matches: readonly Match[];
  readonly likeness: { readonly percent: number; readonly evidence: readonly TextSpan[] } | null;
}

/** The likeness that a sum was made with; null where it does not count. */
export function likenessIn({ terms }: ReceiptSum): SummedVerdicts["likeness"] {
  for (const term of terms) {
    if (term.kind === "text") return { percent: term.likeness, evidence: term.evidence };
  }
  return null;
}

/** A person's verdict, as far as a sum knows of it. */
export interface SummedOverride {
  readonly id: string;
  readonly verdict: VerdictName;
}

/**
 * Lays out the score of a résumé as its terms.
 *
 * @param overrides Verdicts that hold in place of the engine's, by requirement.
 */
export function receiptSum(
  requirements: readonly Pick<Requirement, "id" | "level" | "kind" | "importance" | "gate">[],
  { matches, likeness }: SummedVerdicts,
  weights: EvaluationInput["weights"],
  overrides: ReadonlyMap<string, SummedOverride> = new Map(),
): ReceiptSum {
  const items = requirements.flatMap(({ id, level, kind, importance, gate }) => {
    const match = matches.find(({ requirementId }) => requirementId === id);
    if (!match) return [];
    const override = overrides.get(id);
    return [{
      match,
      override,
      level,
      kind,
      importance,
      gate,
      verdict: override?.verdict ?? match.verdict,
    }];
  });
  const { terms, text, ...sum } = sumUp(items, weights, likeness?.percent ?? null);
  const ofText = text && likeness
    ? [{
      kind: "text" as const,
      likeness: likeness.percent,
      evidence: likeness.evidence.map(toSpan),
      ...text,
    }]
    : [];
  return {
    ...sum,
    terms: [...terms.map(toTerm), ...ofText],
    gates: terms.filter(({ gate, verdict }) => gate && verdict !== "YES")
      .map(({ match, verdict }) => ({ requirementId: match.requirementId, match: verdict })),
  };
}

type SummedTerm = Sum<{
  readonly match: Match;
  readonly override: SummedOverride | undefined;
  readonly level: Requirement["level"];
  readonly kind: Requirement["kind"];
  readonly importance: number;
  readonly gate: boolean;
  readonly verdict: VerdictName;
}>["terms"][number];

function toTerm({ match, override, verdict, kind: _, ...term }: SummedTerm): ReceiptTerm {
  return {
    kind: "requirement",
    requirementId: match.requirementId,
    ...term,
    match: verdict,
    reason: match.reason.code,
    evidence: match.evidence.map(toSpan),
    overrideId: override?.id ?? null,
  };
}

function toSpan({ start, end }: TextSpan): TextSpan {
  return { start, end };
}

/** A receipt's content as it is kept and hashed: canonical JSON with the names of the API. */
export function writeContent(content: ReceiptContent): string {
  return canonicalJson(toSnakeKeys(content));
}

/** Reads a receipt's content back. */
export function readContent(text: string): ReceiptContent {
  return ReceiptContent.parse(toCamelKeys(JSON.parse(text)).value);
}
