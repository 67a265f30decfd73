import { z } from "zod";

/** What a workspace may ask candidates about themselves; none of it is asked at first. */
export const GroupQuestion = z.enum(["gender", "age", "origin", "disability"])
  .meta({ id: "GroupQuestion" });
export type GroupQuestion = z.infer<typeof GroupQuestion>;

/** The groups that each question has; who gives no answer is in none. */
export const GROUPS = {
  gender: ["woman", "man", "other"],
  age: ["under_30", "30_to_39", "40_to_54", "55_and_over"],
  origin: ["here", "parent_elsewhere", "elsewhere"],
  disability: ["yes", "no"],
} as const satisfies Readonly<Record<GroupQuestion, readonly string[]>>;

export type Group = typeof GROUPS[GroupQuestion][number];
