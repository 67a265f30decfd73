import type { GradeCounts as Counts } from "../lib/hiring/states.ts";
import type { Translate } from "../locales/translate.ts";
import { Grade } from "./Grade.tsx";

const SHOWN = ["A", "B", "C"] as const;
const ALL = ["A", "B", "C", "D"] as const;
const WIDTH = 120;

/** How many of a job's résumés have which grade: the letters, then the shares as a bar. */
export function GradeCounts({ counts, t }: { counts: Counts; t: Translate }) {
  return (
    <div class="flex items-center gap-3.5">
      <span class="flex gap-3 tabular-nums">
        {SHOWN.map((grade) => (
          <span
            key={grade}
            class={`flex min-w-[48px] items-center gap-1.5 ${counts[grade] ? "" : "text-fg-3"}`}
          >
            {counts[grade]
              ? <Grade grade={grade} label={t("grade.label", { grade })} size="small" />
              : <EmptyGrade grade={grade} label={t("grade.label", { grade })} />}
            {counts[grade]}
          </span>
        ))}
      </span>
      <GradeBar counts={counts} t={t} />
    </div>
  );
}

function EmptyGrade({ grade, label }: { grade: string; label: string }) {
  return (
    <span class="grade grade-none grade-sm" role="img" aria-label={label} title={label}>
      {grade}
    </span>
  );
}

function GradeBar({ counts, t }: { counts: Counts; t: Translate }) {
  const { A, B, C, D } = counts;
  const words = t("jobs.grades_sentence", { a: A, b: B, c: C, d: D });
  return (
    <svg class="grade-bar" width={WIDTH} height="6" role="img" aria-label={words}>
      {parts(counts).map(({ grade, x, width }) => (
        <rect key={grade} class={grade.toLowerCase()} x={x} width={width} height="6" rx="1" />
      ))}
    </svg>
  );
}

/** Each share at least 2 wide, with 1 between them. */
function parts(counts: Counts): { grade: string; x: number; width: number }[] {
  const present = ALL.filter((grade) => counts[grade] > 0);
  const total = present.reduce((sum, grade) => sum + counts[grade], 0);
  const room = WIDTH - (present.length - 1);
  const widths = present.map((grade) => Math.max(2, Math.round(room * counts[grade] / total)));
  const widest = widths.indexOf(Math.max(...widths));
  const excess = widths.reduce((sum, width) => sum + width, 0) - room;
  return present.map((grade, index) => {
    const before = widths.slice(0, index).reduce((sum, width) => sum + width + 1, 0);
    const x = before - (index > widest ? excess : 0);
    const width = (widths[index] ?? 0) - (index === widest ? excess : 0);
    return { grade, x, width };
  });
}
