/** One bar: its words at the left, its figure at the right, the bar below them. */
export interface Bar {
  readonly label: string;
  /** What stands at the right. */
  readonly figure: string;
  /** How long it is, of `max`. */
  readonly value: number;
  /** The dark part of it; all of it without one. */
  readonly part?: number;
  /** A thin line goes on to there. */
  readonly tail?: number | null;
}

export interface ChartBarsProps {
  /** What the picture shows, for who cannot see it. */
  sentence: string;
  bars: readonly Bar[];
}

/** Horizontal bars on one scale. All of it is one picture; the table behind it has the figures. */
export function ChartBars({ sentence, bars }: ChartBarsProps) {
  const max = Math.max(1e-9, ...bars.map(({ value, tail }) => Math.max(value, tail ?? 0)));
  const width = (value: number) => `${Math.round(value / max * 1000) / 10}%`;
  return (
    <div class="chart" role="img" aria-label={sentence}>
      {bars.map((bar, index) => (
        <div key={index} class="chart-row">
          <span class="truncate" title={bar.label}>{bar.label}</span>
          <b>{bar.figure}</b>
          <svg aria-hidden="true">
            <rect class="chart-whole" y="1" width={width(bar.value)} height="8" rx="1.5" />
            <rect
              class="chart-part"
              y="1"
              width={width(bar.part ?? bar.value)}
              height="8"
              rx="1.5"
            />
            {bar.tail && bar.tail > bar.value && (
              <>
                <rect
                  class="chart-tail"
                  x={width(bar.value)}
                  y="4.5"
                  width={width(bar.tail - bar.value)}
                  height="1"
                />
                <svg x={width(bar.tail)} overflow="visible">
                  <rect class="chart-tail" x="-1.5" y="1" width="1.5" height="8" />
                </svg>
              </>
            )}
          </svg>
        </div>
      ))}
    </div>
  );
}

/** One line of a chart with a middle: so much to the left, so much to the right. */
export interface Swing {
  readonly label: string;
  readonly figure: string;
  readonly left: number;
  readonly right: number;
}

/** Bars to both sides of a middle, on one scale. */
export function ChartSwings(
  { sentence, swings }: { sentence: string; swings: readonly Swing[] },
) {
  const max = Math.max(1, ...swings.map(({ left, right }) => Math.max(left, right)));
  const width = (value: number) => Math.round(value / max * 500) / 10;
  return (
    <div class="chart" role="img" aria-label={sentence}>
      {swings.map((one, index) => (
        <div key={index} class="chart-row">
          <span class="truncate" title={one.label}>{one.label}</span>
          <b>{one.figure}</b>
          <svg aria-hidden="true">
            <rect class="chart-track" y="4.5" width="100%" height="1" />
            <rect
              class="chart-down"
              x={`${50 - width(one.left)}%`}
              y="1"
              width={`${width(one.left)}%`}
              height="8"
            />
            <rect class="chart-up" x="50%" y="1" width={`${width(one.right)}%`} height="8" />
            <rect class="chart-middle" x="50%" width="1" height="10" />
          </svg>
        </div>
      ))}
    </div>
  );
}
