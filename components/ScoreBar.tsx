export interface ScoreBarProps {
  /** From 0 to 1. */
  score: number;
  /** Before a gate cut it; drawn as a hairline on to where it would have been. */
  rawScore?: number;
  /** Marks the lines between the grades, each from 0 to 1. */
  lines?: readonly number[];
}

/** A thin bar in ink. It repeats the figure beside it, so it says nothing to screen readers. */
export function ScoreBar({ score, rawScore = score, lines = [] }: ScoreBarProps) {
  return (
    <svg class="score-bar" aria-hidden="true">
      <rect class="track" y="2" width="100%" height="4" rx="2" />
      <rect class="value" y="2" width={percent(score)} height="4" rx="2" />
      {rawScore > score && (
        <>
          <rect
            class="ghost-line"
            x={percent(score)}
            y="3.5"
            width={percent(rawScore - score)}
            height="1"
          />
          <svg x={percent(rawScore)} overflow="visible">
            <rect class="ghost-line" x="-1.5" y="1" width="1.5" height="6" />
          </svg>
        </>
      )}
      {lines.map((line) => (
        <rect key={line} class="border-line" x={percent(line)} width="1" height="8" />
      ))}
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
