import type { Usage } from "../lib/hiring/usage.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDayOfYear, formatMonth, formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { chartSteps } from "./chart_steps.ts";
import { ChartGrid } from "./ChartGrid.tsx";

const WIDTH = 1056;
const LEFT = 34;
const BOTTOM = 150;
const TOP = 38;
const BAR_SHARE = 0.76;

export interface UsageChartProps {
  usage: Usage;
  /** The present day, `YYYY-MM-DD`. */
  today: string;
  language: Language;
  t: Translate;
}

/** Résumés by day as bars, drawn on the server. It is one picture; the table has the figures. */
export function UsageChart({ usage: { days, totals }, today, language, t }: UsageChartProps) {
  const most = days.reduce((a, b) => b.resumes > a.resumes ? b : a);
  const steps = chartSteps(most.resumes);
  const top = steps.at(-1) ?? 1;
  const y = (value: number) => BOTTOM - value / Math.max(1, top, most.resumes) * (BOTTOM - TOP);
  const pitch = (WIDTH - LEFT) / days.length;
  const middle = (place: number) => LEFT + pitch * (place + 0.5);
  const month = formatMonth(language, days[0]?.day ?? today);
  // On a phone it scrolls: from its end, when the present day stands there.
  const isLate = days.findIndex((one) => one.day === today) >= days.length / 2;
  const day = (date: string) => formatDayOfYear(language, date);
  const sentence = most.resumes === 0 ? t("usage.chart_none", { month }) : t("usage.chart", {
    month,
    total: totals.resumes,
    day: day(most.day),
    count: most.resumes,
  });
  return (
    <div
      class="max-phone:overflow-x-auto"
      dir={isLate ? "rtl" : "ltr"}
      tabIndex={0}
      role="group"
      aria-label={t("usage.per_day")}
    >
      <svg
        class="block h-auto w-full overflow-visible text-[11px] tabular-nums max-phone:w-[640px]"
        viewBox={`0 0 ${WIDTH} 176`}
        role="img"
        aria-label={sentence}
      >
        <ChartGrid steps={steps} y={y} left={LEFT} right={WIDTH} language={language} />
        {days.map((one, place) => (
          <g key={one.day}>
            {one.resumes > 0 && (
              <rect
                x={middle(place) - pitch * BAR_SHARE / 2}
                y={Math.min(y(one.resumes), BOTTOM - 2)}
                width={pitch * BAR_SHARE}
                height={Math.max(2, BOTTOM - y(one.resumes))}
                rx="1.5"
                class={one.day === today ? "fill-accent" : "fill-control"}
              >
                <title>{`${day(one.day)}: ${formatNumber(language, one.resumes)}`}</title>
              </rect>
            )}
            {(place === 0 || (place + 1) % 5 === 0) && (
              <text x={middle(place)} y="168" text-anchor="middle" class="fill-fg-3">
                {place + 1}
              </text>
            )}
            {one === most && one.resumes > 0 && (
              <text
                x={middle(place)}
                y={y(one.resumes) - 6}
                text-anchor="middle"
                class="fill-fg font-medium"
              >
                {formatNumber(language, one.resumes)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
