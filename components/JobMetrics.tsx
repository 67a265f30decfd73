import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Metric } from "../lib/talent/metrics.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area, ErrorLine, Field } from "./Field.tsx";

/** A field of the form that could not be saved, and what was typed into it. */
export interface MetricTyped {
  /** The metric that was to be changed; null when one was to be added. */
  readonly id: string | null;
  readonly wrong: "of" | "nearly" | "full" | "part" | "name";
  readonly typed: Readonly<Record<string, string>>;
}

export interface JobMetricsProps {
  jobId: string;
  requirements: readonly JobRequirement[];
  measures: readonly Metric["measure"][];
  typed: MetricTyped | null;
  t: Translate;
}

/** The measures of a job with thresholds of its own, each changed in its form; works without script. */
export function JobMetrics({ jobId, requirements, measures, typed, t }: JobMetricsProps) {
  const measured = requirements.filter(({ metric }) => metric !== null);
  const base = `/jobs/${jobId}/settings/metrics`;
  const form = { measures, t };
  return (
    <div class="grid gap-3" id="metrics">
      {measured.length > 0 && (
        <ul class="grid gap-3">
          {measured.map((one) => (
            <li key={one.id} class="border-b border-line-faint pb-3">
              <div class="flex flex-wrap items-baseline justify-between gap-2">
                <span class="min-w-0 break-words">
                  <span class="font-medium">{one.name}</span>{" "}
                  <span class="text-fg-3">
                    {t("settings.metric_counts", {
                      level: t(`level.${one.level}`),
                      importance: one.importance,
                    })}
                  </span>
                </span>
                <form method="post" action={`/jobs/${jobId}/requirements/${one.id}/remove`}>
                  <Button
                    kind="quiet"
                    size="small"
                    label={t("settings.metric_remove_of", { name: one.name })}
                  >
                    {t("settings.metric_remove")}
                  </Button>
                </form>
              </div>
              <details open={typed?.id === one.id}>
                <summary class="link text-sm">{t("settings.metric_change")}</summary>
                <MetricForm
                  {...form}
                  id={one.id}
                  action={`${base}/${one.id}`}
                  values={typed?.id === one.id ? typed.typed : valuesOf(one)}
                  wrong={typed?.id === one.id ? typed.wrong : null}
                />
              </details>
            </li>
          ))}
        </ul>
      )}
      <details open={typed !== null && typed.id === null}>
        <summary class="link">{t("settings.metric_add")}</summary>
        <MetricForm
          {...form}
          id="new"
          action={base}
          values={typed?.id === null ? typed.typed : {}}
          wrong={typed?.id === null ? typed.wrong : null}
        />
      </details>
    </div>
  );
}

function valuesOf({ name, level, importance, metric }: JobRequirement): Record<string, string> {
  return {
    measure: metric?.measure ?? "",
    of: metric?.of.join("\n") ?? "",
    nearly: metric?.nearly.join("\n") ?? "",
    full: String(metric?.full ?? ""),
    part: String(metric?.part ?? ""),
    name,
    level,
    importance: String(importance),
  };
}

interface MetricFormProps {
  id: string;
  action: string;
  values: Readonly<Record<string, string>>;
  wrong: MetricTyped["wrong"] | null;
  measures: readonly Metric["measure"][];
  t: Translate;
}

function MetricForm({ id, action, values, wrong, measures, t }: MetricFormProps) {
  const errorOf = (field: MetricTyped["wrong"]) =>
    wrong === field ? t(`form.metric_${field}`) : undefined;
  return (
    <form method="post" action={action} class="grid gap-4 py-3">
      <Choose
        id={`measure-${id}`}
        name="measure"
        label={t("settings.metric_measure")}
        value={values.measure ?? "tenure"}
        options={measures.map((one) => [one, t(`measure.${one}`)])}
      />
      <Area
        id={`of-${id}`}
        name="of"
        label={t("settings.metric_of")}
        hint={t("settings.metric_of_hint")}
        value={values.of ?? ""}
        rows={3}
        maxLength={6000}
        error={errorOf("of")}
      />
      <div class="grid gap-4 phone:grid-cols-2">
        <Field
          id={`full-${id}`}
          name="full"
          label={t("settings.metric_full")}
          hint={t("settings.metric_full_hint")}
          value={values.full ?? ""}
          error={errorOf("full")}
        />
        <Field
          id={`part-${id}`}
          name="part"
          label={t("settings.metric_part")}
          hint={t("settings.metric_part_hint")}
          value={values.part ?? ""}
          error={errorOf("part")}
        />
      </div>
      <Area
        id={`nearly-${id}`}
        name="nearly"
        label={t("settings.metric_nearly")}
        hint={t("settings.metric_nearly_hint")}
        value={values.nearly ?? ""}
        rows={2}
        maxLength={6000}
        error={errorOf("nearly")}
      />
      <div class="grid gap-4 phone:grid-cols-2">
        <Choose
          id={`level-${id}`}
          name="level"
          label={t("settings.metric_level")}
          value={values.level ?? "nice_to_have"}
          options={(["required", "nice_to_have"] as const).map((one) => [one, t(`level.${one}`)])}
        />
        <Choose
          id={`importance-${id}`}
          name="importance"
          label={t("settings.metric_importance")}
          value={values.importance ?? "3"}
          options={["1", "2", "3", "4", "5"].map((one) => [one, one])}
        />
      </div>
      <Field
        id={`name-${id}`}
        name="name"
        label={t("settings.metric_name")}
        hint={t("settings.metric_name_hint")}
        value={values.name ?? ""}
        maxLength={255}
        error={errorOf("name")}
      />
      {wrong && <ErrorLine>{t("settings.metric_unsaved")}</ErrorLine>}
      <div>
        <Button>{t("settings.metric_save")}</Button>
      </div>
    </form>
  );
}

interface ChooseProps {
  id: string;
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, word: string])[];
}

function Choose({ id, name, label, value, options }: ChooseProps) {
  return (
    <div>
      <label class="label" for={id}>{label}</label>
      <select class="input" id={id} name={name}>
        {options.map(([one, word]) => (
          <option key={one} value={one} selected={one === value}>{word}</option>
        ))}
      </select>
    </div>
  );
}
