import type { Grade as GradeValue } from "../lib/talent/types.ts";

export interface GradeProps {
  /** Null: not judged yet. */
  grade: GradeValue | null;
  /** "Grade B"; said to screen readers in the letter's place, shown on hovering. */
  label: string;
  size?: "small" | "normal" | "large";
}

const SCALES = { small: " grade-sm", normal: "", large: " grade-lg" } as const;

/** The letter of a grade in its square. */
export function Grade({ grade, label, size = "normal" }: GradeProps) {
  const look = grade === null ? "grade-none" : `grade-${grade.toLowerCase()}`;
  const scale = SCALES[size];
  return (
    <span class={`grade ${look}${scale}`} role="img" aria-label={label} title={label}>
      {grade ?? "–"}
    </span>
  );
}
