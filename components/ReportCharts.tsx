import type { Report } from "../lib/hiring/reports.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatLength, formatNumber, formatPart } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ChartBars, ChartSwings } from "./ChartBars.tsx";
import { gradesOf, reasonWord } from "./report_tables.ts";
import { stageName } from "./StageWord.tsx";

export interface ReportChartProps {
  report: Report;
  language: Language;
  t: Translate;
}

/** Who ever stood in each stage, and who stands there now. */
export function FunnelChart({ report, t }: ReportChartProps) {
  return (
    <ChartBars
      sentence={sentences(report.funnel.map(({ stage, reached, now }) =>
        t("report.funnel_item", { stage: stageName(stage, t), reached, now })
      ))}
      bars={report.funnel.map(({ stage, reached, now }) => ({
        label: stageName(stage, t),
        figure: t("report.funnel_figure", { reached, now }),
        value: reached,
        part: now,
      }))}
    />
  );
}

/** How long those who left a stage had stood there. */
export function TimesChart({ report, language, t }: ReportChartProps) {
  const known = report.times.flatMap(({ medianSeconds, ...one }) =>
    medianSeconds === null ? [] : [{ ...one, medianSeconds }]
  );
  if (known.length === 0) return <p>{t("report.times_none")}</p>;
  const length = (seconds: number) => formatLength(language, seconds);
  return (
    <ChartBars
      sentence={sentences(known.map(({ stage, medianSeconds, left }) =>
        t("report.times_item", {
          stage: stageName(stage, t),
          median: length(medianSeconds),
          count: left,
        })
      ))}
      bars={known.map(({ stage, medianSeconds, slowSeconds, left }) => ({
        label: `${stageName(stage, t)}, ${t("report.left_few", { count: left })}`,
        figure: slowSeconds === null
          ? length(medianSeconds)
          : `${length(medianSeconds)} · ${length(slowSeconds)}`,
        value: medianSeconds,
        tail: slowSeconds,
      }))}
    />
  );
}

/** How many have which grade. */
export function GradesChart({ report, language, t }: ReportChartProps) {
  return <Counts counts={gradesOf(report, t)} language={language} t={t} />;
}

/** Why people were refused. */
export function RefusalsChart({ report, language, t }: ReportChartProps) {
  if (report.refusals.length === 0) return <p>{t("report.refusals_none")}</p>;
  const counts = report.refusals.map(({ reasonCode, count }) => ({
    label: reasonWord(reasonCode, t),
    count,
  }));
  return <Counts counts={counts} language={language} t={t} />;
}

function Counts(
  { counts, language, t }: Omit<ReportChartProps, "report"> & {
    counts: readonly { label: string; count: number }[];
  },
) {
  return (
    <ChartBars
      sentence={sentences(counts.map((one) => t("report.item", one)))}
      bars={counts.map(({ label, count }) => ({
        label,
        figure: formatNumber(language, count),
        value: count,
      }))}
    />
  );
}

/** Where people changed what the engine said, and to which side. */
export function OverridesChart({ report, language, t }: ReportChartProps) {
  const { judged, changed, requirements } = report.overrides;
  const shown = requirements.filter((one) => one.changed > 0);
  if (shown.length === 0) return <p>{t("report.overrides_none")}</p>;
  const share = formatPart(language, changed / judged);
  return (
    <>
      <p>{t("report.overrides_sum", { changed, judged, share })}</p>
      <ChartSwings
        sentence={sentences(shown.map((one) => t("report.overrides_item", { ...one })))}
        swings={shown.map(({ name, jobTitle, up, down, ...one }) => ({
          label: report.job ? name : `${name}, ${jobTitle}`,
          figure: t("report.changed_of", one),
          left: down,
          right: up,
        }))}
      />
    </>
  );
}

function sentences(parts: readonly string[]): string {
  return `${parts.join("; ")}.`;
}
