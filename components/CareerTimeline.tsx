import type { ResumeProfile } from "../lib/hiring/resume_profile.ts";
import { formatMonths } from "../locales/format.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";

type Role = ResumeProfile["roles"][number];

export interface CareerTimelineProps {
  roles: readonly Role[];
  language: Language;
  t: Translate;
}

const ROW = 14;
const BAR = 8;
const AXIS = 16;
/** As many rows are drawn; the table below has them all. */
const MOST_ROWS = 12;

/** The roles as bars over the years, the latest at the top. The table below it says the same. */
export function CareerTimeline({ roles, language, t }: CareerTimelineProps) {
  const shown = roles.slice(0, MOST_ROWS);
  const from = Math.min(...shown.map((role) => monthsOf(role.from)));
  const to = Math.max(...shown.map((role) => monthsOf(role.to) + 1));
  const first = Math.floor(from / 12) * 12;
  const last = Math.ceil(to / 12) * 12;
  const at = (month: number) => `${round((month - first) / (last - first) * 100)}%`;
  const height = shown.length * ROW + AXIS;
  return (
    <div class="career-chart" role="img" aria-label={sentenceOf(shown, language, t)}>
      <svg width="100%" height={height} aria-hidden="true">
        {ticksOf(first / 12, last / 12).map((year) => (
          <>
            <line class="tick" x1={at(year * 12)} x2={at(year * 12)} y1="0" y2={height - AXIS} />
            <text x={at(year * 12)} y={height - 3} text-anchor={anchorOf(year * 12, first, last)}>
              {year}
            </text>
          </>
        ))}
        {shown.map((role, row) => (
          <rect
            class={role.kind === "work" ? "role" : "role aside"}
            x={at(monthsOf(role.from))}
            y={row * ROW + (ROW - BAR) / 2}
            width={`${round(role.months / (last - first) * 100)}%`}
            height={BAR}
            rx="1.5"
          />
        ))}
      </svg>
    </div>
  );
}

/** "2024-03" as a number of months. */
function monthsOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

const MOST_TICKS = 8;

function ticksOf(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years <= MOST_TICKS) ?? 50;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

/** The words at the edges stay within the picture. */
function anchorOf(month: number, first: number, last: number): "start" | "middle" | "end" {
  return month === first ? "start" : month === last ? "end" : "middle";
}

function sentenceOf(roles: readonly Role[], language: Language, t: Translate): string {
  return roles.map(({ title, organisation, months }) =>
    t("career.role_item", {
      role: [title ?? t("career.no_title"), organisation].filter(Boolean).join(", "),
      time: formatMonths(language, months),
    })
  ).join("; ");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
