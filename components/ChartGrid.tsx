import type { Language } from "../lib/talent/types.ts";
import { formatNumber } from "../locales/format.ts";

export interface ChartGridProps {
  steps: readonly number[];
  /** Where a value stands, downwards. */
  y: (value: number) => number;
  left: number;
  right: number;
  language: Language;
}

/** The lines of a chart with their figures at the left; the one at 0 is the ground. */
export function ChartGrid({ steps, y, left, right, language }: ChartGridProps) {
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line
            x1={left}
            x2={right}
            y1={y(step)}
            y2={y(step)}
            class={step === 0 ? "stroke-line-strong" : "stroke-line-faint"}
          />
          <text x={left - 8} y={y(step) + 3.5} text-anchor="end" class="fill-fg-3">
            {formatNumber(language, step)}
          </text>
        </g>
      ))}
    </>
  );
}
