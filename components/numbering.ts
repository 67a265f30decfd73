import type { Level } from "../lib/talent/types.ts";

/** A requirement with the number that it has on every page. */
export type Numbered<T> = T & { readonly number: string };

/**
 * Numbers requirements as the pages show them: required ones 1, 2, 3 …, then the nice to have
 * a, b, c …; within a level the job's order stays.
 */
export function numberRequirements<T extends { readonly level: Level }>(
  requirements: readonly T[],
): Numbered<T>[] {
  const required = requirements.filter(({ level }) => level === "required");
  const nice = requirements.filter(({ level }) => level === "nice_to_have");
  return [
    ...required.map((one, index) => ({ ...one, number: String(index + 1) })),
    ...nice.map((one, index) => ({ ...one, number: letters(index) })),
  ];
}

/** 0 → a, 25 → z, 26 → aa. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + index % 26);
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
