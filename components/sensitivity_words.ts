import type { Change, WeightStep } from "../lib/hiring/sensitivity.ts";
import type { Translate } from "../locales/translate.ts";

/** A change in words: "Kafka: importance 3 → 4". `names`: of the requirements, by id. */
export function sayChange(
  change: Change,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string {
  switch (change.kind) {
    case "weight":
      return t(`sensitivity.weight_${change.level}`, { from: change.from, to: change.to });
    case "importance":
      return t("sensitivity.importance", {
        name: names.get(change.requirementId) ?? "",
        from: change.from,
        to: change.to,
      });
    case "verdict":
      return t("sensitivity.verdict", {
        name: names.get(change.requirementId) ?? "",
        verdict: t(`verdict.${change.to}`),
      });
  }
}

/** What a step does, in words: "4 move, 1 to another grade, up to 3 places". */
export function sayStep(step: WeightStep | undefined, t: Translate): string {
  if (!step) return t("sensitivity.no_step");
  if (step.moved === 0 && step.regraded === 0) return t("sensitivity.nobody");
  const parts = [t("sensitivity.moved", { count: step.moved })];
  if (step.regraded > 0) parts.push(t("sensitivity.regraded", { count: step.regraded }));
  if (step.furthest > 0) parts.push(t("sensitivity.furthest", { count: step.furthest }));
  return parts.join(", ");
}
