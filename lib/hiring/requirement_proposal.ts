import { InvalidInput } from "../platform/errors.ts";
import { readRequirement } from "../talent/requirements.ts";
import { toMetric } from "./metrics.ts";
import type { JobRequirement, WantedRequirement } from "./requirement_rows.ts";
import type { RequirementInput, RequirementPatch } from "./requirements.ts";

/** What a patch makes of a requirement. */
export function changesOf(known: JobRequirement, { metric: wanted, ...patch }: RequirementPatch) {
  const metric = wanted === undefined ? known.metric : wanted && toMetric(wanted);
  if (metric !== null) {
    checkMeasured(patch);
    return { ...patch, metric, ...MEASURED };
  }
  const skill = patch.name === undefined ? {} : { skill: readRequirement(patch.name).skill };
  return { ...patch, ...skill, metric };
}

/** What a measured requirement is beside its measure. */
const MEASURED = { kind: "hard", years: null, skill: null } as const;

function checkMeasured({ kind = "hard", years = null }: Partial<RequirementInput>): void {
  if (kind === MEASURED.kind && years === null) return;
  throw new InvalidInput("The metric cannot be saved", [
    kind === MEASURED.kind
      ? { pointer: "/years", detail: "must be null where a metric is set" }
      : { pointer: "/kind", detail: "must be hard where a metric is set" },
  ]);
}

/** A requirement as a person typed it, with what its name proposes or what its metric fixes. */
export function proposed(input: RequirementInput): Omit<WantedRequirement, "addedBy"> {
  const { name, level = "required", importance = 3, gate = false } = input;
  if (input.metric) {
    checkMeasured(input);
    const metric = toMetric(input.metric);
    return { name, level, importance, gate, metric, source: null, ...MEASURED };
  }
  return { ...proposedByName(input), ...(input.metric === null ? { metric: null } : {}) };
}

function proposedByName(input: RequirementInput): Omit<WantedRequirement, "addedBy" | "id"> {
  const { id: _, metric: __, ...proposal } = readRequirement(input.name);
  return {
    ...proposal,
    level: input.level ?? proposal.level,
    kind: input.kind ?? proposal.kind,
    years: input.years === undefined ? proposal.years : input.years,
    importance: input.importance ?? proposal.importance,
    gate: input.gate ?? proposal.gate,
  };
}

/** A metric stays where the set does not speak of it. */
export function withMetric(
  before: readonly JobRequirement[],
  wanted: WantedRequirement,
): WantedRequirement {
  if (wanted.metric !== undefined) return wanted;
  const metric = before.find(({ id }) => id === wanted.id)?.metric ?? null;
  return metric === null ? wanted : { ...wanted, metric, ...MEASURED };
}
