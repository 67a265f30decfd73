import { z } from "zod";
import { InvalidInput } from "../../lib/platform/errors.ts";
import { Measure, MetricInput, proposedName } from "../../lib/hiring/metrics.ts";
import { RequirementInput } from "../../lib/hiring/requirements.ts";
import { Level } from "../../lib/hiring/states.ts";
import type { Language } from "../../lib/talent/types.ts";
import { issuesOf } from "./forms.ts";

const lines = z.string().max(6000).default("").transform((text) =>
  text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "")
);
// Dutch fingers type a comma.
const threshold = z.string().max(20).default("")
  .transform((text) => text.trim() === "" ? null : Number(text.replace(",", ".")))
  .pipe(z.number().nullable());

/** A metric as its form sends it: lists by the line, thresholds that may be empty. */
const MetricForm = z.object({
  measure: Measure,
  of: lines,
  nearly: lines,
  full: threshold,
  part: threshold,
  name: z.string().trim().max(255).default(""),
  level: Level,
  importance: z.string().transform(Number).pipe(RequirementInput.shape.importance.unwrap()),
});

/**
 * The requirement that the form of a metric asks for, named by what it measures where no name was
 * typed.
 *
 * @throws {InvalidInput} If a field is not one to judge by; pointers name the field.
 */
export function readMetricForm(
  fields: Readonly<Record<string, string>>,
  language: Language,
): RequirementInput & { readonly metric: MetricInput } {
  const form = MetricForm.safeParse(fields);
  if (!form.success) throw new InvalidInput("The form cannot be taken", issuesOf(form.error));
  const { measure, of, nearly, full, part, name, level, importance } = form.data;
  const metric = MetricInput.safeParse({ measure, of, nearly, full, part });
  if (!metric.success) throw new InvalidInput("The form cannot be taken", issuesOf(metric.error));
  const proposal = proposedName(metric.data, language);
  return { name: name === "" ? proposal : name, level, importance, metric: metric.data };
}

const FIELDS = ["of", "nearly", "full", "part", "name"] as const;
export const MetricField = z.enum(FIELDS);

/**
 * The first field of the form that is wrong.
 *
 * @throws {unknown} What is no fault of the form.
 */
export function wrongMetricField(error: unknown): z.infer<typeof MetricField> {
  if (!(error instanceof InvalidInput)) throw error;
  const named = error.issues.flatMap(({ pointer }) => pointer.split("/"));
  const field = FIELDS.find((one) => named.includes(one));
  if (field === undefined) throw error;
  return field;
}

/** What was typed, to be shown again beside what is wrong with it. */
export function typedQuery(fields: Readonly<Record<string, string>>, wrong: string): string {
  const typed = Object.entries(fields).filter(([name]) => name in MetricForm.shape)
    .map(([name, text]) => [name, text.slice(0, 2000)]);
  return new URLSearchParams([...typed, ["wrong", `metric_${wrong}`]]).toString();
}

/** The query of a page that shows a form of a metric again. */
export const TypedMetric = z.object({
  measure: typed(),
  of: typed(),
  nearly: typed(),
  full: typed(),
  part: typed(),
  name: typed(),
  level: typed(),
  importance: typed(),
  metric: typed(),
});

function typed() {
  return z.string().max(2000).optional();
}
