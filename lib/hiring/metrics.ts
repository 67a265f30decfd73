import { z } from "zod";
import type { Principal } from "../accounts/principal.ts";
import type { Trx } from "../platform/database.ts";
import { InvalidInput } from "../platform/errors.ts";
import { text } from "../platform/input.ts";
import { canonicalJson } from "../platform/canonical_json.ts";
import { nameOfMetric } from "../talent/metric_name.ts";
import { faultOfMetric, MEASURES } from "../talent/metrics.ts";
import { readTarget } from "../talent/target.ts";
import type { Language } from "../talent/types.ts";

export const Measure = z.enum(MEASURES as [string, ...string[]] & typeof MEASURES).meta({
  id: "Measure",
});

/** A measure with its thresholds, as it is stored and answered. */
export const Metric = z.object({
  measure: Measure,
  /** Fields, languages, certificates, words or places; for "education" the level that is enough. */
  of: z.array(z.string()).readonly(),
  /** Places, or the level of education, that will do in part. */
  nearly: z.array(z.string()).readonly(),
  /** From here on YES: years, or how many of the list. */
  full: z.number().nullable(),
  /** From here on PARTIAL. */
  part: z.number().nullable(),
}).meta({ id: "Metric" });
export type Metric = z.infer<typeof Metric>;

/** The most things that a metric may look for. */
export const MAX_LIST = 50;

const list = z.array(text(2, 100)).max(MAX_LIST, `must have at most ${MAX_LIST} entries`);
const threshold = z.number("must be a number").nullable();

/** A metric as a person sets it. */
export const MetricInput = z.strictObject({
  measure: Measure,
  of: list.optional(),
  nearly: list.optional(),
  full: threshold.optional(),
  part: threshold.optional(),
}).meta({ id: "MetricInput" });
export type MetricInput = z.infer<typeof MetricInput>;

/**
 * A metric with all its fields.
 *
 * @throws {InvalidInput} If its thresholds or its list do not go with its measure.
 */
export function toMetric(input: MetricInput, pointer = "/metric"): Metric {
  const { measure, of = [], nearly = [], full = null, part = null } = input;
  const isStudy = measure === "education";
  const listed = (names: readonly string[]) => [
    ...new Set(isStudy ? names.map(levelNamed) : names),
  ];
  const metric = { measure, of: listed(of), nearly: listed(nearly), full, part };
  const fault = faultOfMetric(metric);
  if (fault === null) return metric;
  throw new InvalidInput("The metric cannot be judged by", [
    { pointer: `${pointer}/${fault.field}`, detail: fault.detail },
  ]);
}

/** "hbo" is a bachelor's level; what is no level stays as it is. */
function levelNamed(name: string): string {
  const target = readTarget(name, "nl");
  return target.type === "degree" ? target.level : name;
}

/** What a metric is called that a person gave no name. */
export function proposedName(input: MetricInput, language: Language): string {
  return nameOfMetric(toMetric(input), language);
}

/** Whether two measure the same by the same thresholds. */
export function isSameMetric(one: Metric | null, other: Metric | null): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Ends the overrides of a requirement: people judged another question than it asks now. */
export async function lapseOverrides(
  trx: Trx,
  actor: Principal,
  requirementId: string,
): Promise<void> {
  await trx.updateTable("overrides").set({ undoneAt: new Date(), undoneBy: actor.userId })
    .where("requirementId", "=", requirementId).where("undoneAt", "is", null).execute();
}
