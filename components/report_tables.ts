import type { Report } from "../lib/hiring/reports.ts";
import type { Translate } from "../locales/translate.ts";
import { stageName } from "./StageWord.tsx";

/** The tables of a report, by their place in an address. */
export const REPORT_TABLES = [
  "funnel",
  "jobs",
  "times",
  "grades",
  "refusals",
  "overrides",
] as const;
export type ReportTableName = typeof REPORT_TABLES[number];

/** Heads, and rows of words and figures; null where there is nothing to say. */
export interface ReportTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The figures behind a part of the report: the table on the page and the CSV. */
export function tableOf(name: ReportTableName, report: Report, t: Translate): ReportTable {
  return TABLES[name](report, t);
}

const TABLES: Record<ReportTableName, (report: Report, t: Translate) => ReportTable> = {
  funnel: ({ funnel }, t) => ({
    heads: [t("report.stage"), t("report.reached"), t("report.now")],
    rows: funnel.map(({ stage, reached, now }) => [stageName(stage, t), reached, now]),
  }),
  jobs: ({ jobs, funnel }, t) => ({
    heads: [t("report.job"), ...funnel.map(({ stage }) => stageName(stage, t))],
    rows: jobs.map(({ title, stages }) => [
      title,
      ...funnel.map(({ stage }) => stages.find((one) => one.stageId === stage.id)?.reached ?? 0),
    ]),
  }),
  times: ({ times }, t) => ({
    heads: [t("report.stage"), t("report.left"), t("report.median_hours"), t("report.slow_hours")],
    rows: times.map(({ stage, left, medianSeconds, slowSeconds }) => [
      stageName(stage, t),
      left,
      hours(medianSeconds),
      hours(slowSeconds),
    ]),
  }),
  grades: (report, t) => ({
    heads: [t("report.grade"), t("report.count"), t("report.share")],
    rows: gradesOf(report, t).map(({ label, count }) => [
      label,
      count,
      percent(count, report.received),
    ]),
  }),
  refusals: ({ refusals }, t) => ({
    heads: [t("report.reason"), t("report.count")],
    rows: refusals.map(({ reasonCode, count }) => [reasonWord(reasonCode, t), count]),
  }),
  overrides: ({ overrides: { requirements } }, t) => ({
    heads: [
      t("report.requirement"),
      t("report.job"),
      t("report.judged"),
      t("report.changed"),
      t("report.share"),
      t("report.up"),
      t("report.down"),
    ],
    rows: requirements.map((
      { name, jobTitle, judged, changed, up, down },
    ) => [name, jobTitle, judged, changed, percent(changed, judged), up, down]),
  }),
};

/** The grades and those not judged, with their words. */
export function gradesOf({ grades }: Report, t: Translate): { label: string; count: number }[] {
  const letters = (["A", "B", "C", "D"] as const).map((grade) => ({
    label: t("grade.label", { grade }),
    count: grades[grade],
  }));
  return grades.none > 0
    ? [...letters, { label: t("report.grade_none"), count: grades.none }]
    : letters;
}

/** Why somebody was refused, in words. */
export function reasonWord(
  code: Report["refusals"][number]["reasonCode"],
  t: Translate,
): string {
  return code === null ? t("report.reason_none") : t(`move.reason_${code}`);
}

function hours(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 360) / 10;
}

function percent(count: number, of: number): number | null {
  return of === 0 ? null : Math.round(count / of * 1000) / 10;
}
