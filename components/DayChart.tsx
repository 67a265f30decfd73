import type { Language } from "../lib/talent/types.ts";
import { formatTime } from "../locales/format.ts";
import { chartSteps } from "./chart_steps.ts";
import { ChartGrid } from "./ChartGrid.tsx";

const WIDTH = 480;
const LEFT = 44;
const TOP = 8;
const BOTTOM = 104;
const LABEL = 122;
const BAR_SHARE = 0.76;
/** A label at each eighth hour. */
const QUARTERS_A_LABEL = 32;

/** One quarter of an hour. */
export interface DayBar {
  readonly at: Date;
  readonly value: number;
  /** The part of it that a person should look at. */
  readonly bad?: number;
}

export interface DayChartProps {
  title: string;
  /** What the picture shows, for who cannot see it. */
  sentence: string;
  bars: readonly DayBar[];
  language: Language;
}

/** A day in quarters of an hour, in UTC. It is one picture; the table has the figures. */
export function DayChart({ title, sentence, bars, language }: DayChartProps) {
  const most = Math.max(...bars.map(({ value }) => value));
  const steps = chartSteps(most);
  const scale = Math.max(1, most);
  const height = (value: number) => value / scale * (BOTTOM - TOP);
  const pitch = (WIDTH - LEFT) / bars.length;
  const x = (place: number) => LEFT + pitch * (place + (1 - BAR_SHARE) / 2);
  return (
    <figure class="m-0 rounded-lg border border-line bg-surface px-4 pb-3 pt-4">
      <figcaption class="mb-3 font-medium">{title}</figcaption>
      <svg
        class="block h-auto w-full overflow-visible text-[11px] tabular-nums max-phone:text-[16px]"
        viewBox={`0 0 ${WIDTH} 128`}
        role="img"
        aria-label={sentence}
      >
        <ChartGrid
          steps={steps}
          y={(value) => BOTTOM - height(value)}
          left={LEFT}
          right={WIDTH}
          language={language}
        />
        {bars.map(({ at, value, bad = 0 }, place) => (
          <g key={place}>
            {value > 0 && (
              <rect
                x={x(place)}
                y={BOTTOM - Math.max(1.5, height(value))}
                width={pitch * BAR_SHARE}
                height={Math.max(1.5, height(value))}
                class="fill-control"
              />
            )}
            {bad > 0 && (
              <rect
                x={x(place)}
                y={BOTTOM - Math.max(1.5, height(bad))}
                width={pitch * BAR_SHARE}
                height={Math.max(1.5, height(bad))}
                class="fill-no"
              />
            )}
            {(bars.length - 1 - place) % QUARTERS_A_LABEL === 0 && (
              <text
                x={x(place) + (place === bars.length - 1 ? pitch : 0)}
                y={LABEL}
                text-anchor={place === bars.length - 1 ? "end" : "middle"}
                class="fill-fg-3"
              >
                {formatTime(language, at, "UTC")}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
