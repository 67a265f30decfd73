import { z } from "zod";

const months = z.int("must be a whole number of months").min(12, "must be at least 12")
  .max(600, "must be at most 600").nullable();

/** After how many months of other work a thing shown counts half; null: it never ages. */
export const HalfLives = z.strictObject({
  /** Kinds of work, told by titles. */
  occupation: months,
  /** Programs, machines, programming languages. */
  tool: months,
  /** Fields, methods and all else that one knows or does. */
  knowledge: months,
}).meta({ id: "HalfLives" });
export type HalfLives = z.infer<typeof HalfLives>;

/** Other half-lives; what is left out stays. */
export const HalfLivesPatch = HalfLives.partial();
export type HalfLivesPatch = z.infer<typeof HalfLivesPatch>;

/** The columns of a workspace that hold them. */
export const HALF_LIFE_COLUMNS = [
  "workspaces.occupationHalfLife as occupation",
  "workspaces.toolHalfLife as tool",
  "workspaces.knowledgeHalfLife as knowledge",
] as const;
