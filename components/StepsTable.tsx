import type { Change, WeightStep } from "../lib/hiring/sensitivity.ts";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Weights } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import type { Numbered } from "./numbering.ts";
import { sayStep } from "./sensitivity_words.ts";
import { Swing } from "./Swing.tsx";

export interface StepsTableProps {
  steps: readonly WeightStep[];
  requirements: readonly Numbered<JobRequirement>[];
  weights: Weights;
  t: Translate;
}

interface Line {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly value: number;
  readonly less: WeightStep | undefined;
  readonly more: WeightStep | undefined;
}

/** What one step of each weight does to the ranking: a chart, and its table in one. */
export function StepsTable({ steps, requirements, weights, t }: StepsTableProps) {
  const max = Math.max(1, ...steps.map(({ moved }) => moved));
  return (
    <table class="data-table as-blocks weight-steps" role="table">
      <caption class="sr-only">{t("sensitivity.steps")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("sensitivity.weighs")}</th>
          <th role="columnheader" scope="col" class="end">{t("sensitivity.now")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.less")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.moving")}</th>
          <th role="columnheader" scope="col">{t("sensitivity.more")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {linesOf(steps, requirements, weights, t).map((line) => (
          <tr role="row" class="row" key={line.key}>
            <th role="rowheader" scope="row">
              <span class="text-fg-3">{line.number}</span> {line.name}
            </th>
            <td role="cell" class="end tabular-nums">
              <span class="block-word">{t("sensitivity.now")}</span>
              {line.value}
            </td>
            <td role="cell">
              <span class="block-word">{t("sensitivity.less")}</span>
              {sayStep(line.less, t)}
            </td>
            <td role="cell" class="c-swing">
              <Swing left={line.less?.moved ?? 0} right={line.more?.moved ?? 0} max={max} />
            </td>
            <td role="cell">
              <span class="block-word">{t("sensitivity.more")}</span>
              {sayStep(line.more, t)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function linesOf(
  steps: readonly WeightStep[],
  requirements: readonly Numbered<JobRequirement>[],
  weights: Weights,
  t: Translate,
): Line[] {
  const stepsOf = (isOf: (change: Change) => boolean) => {
    const own = steps.filter(({ change }) => isOf(change));
    const by = (sign: number) =>
      own.find(({ change }) => change.kind !== "verdict" && (change.to - change.from) * sign > 0);
    return { less: by(-1), more: by(1) };
  };
  return [
    ...requirements.map(({ id, number, name, importance }) => ({
      key: id,
      number,
      name,
      value: importance,
      ...stepsOf((change) => change.kind === "importance" && change.requirementId === id),
    })),
    ...(["required", "nice_to_have"] as const).map((level) => ({
      key: level,
      number: "",
      name: t(`sensitivity.all_${level}`),
      value: level === "required" ? weights.required : weights.niceToHave,
      ...stepsOf((change) => change.kind === "weight" && change.level === level),
    })),
  ];
}
