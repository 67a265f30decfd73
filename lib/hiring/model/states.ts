import { z } from "zod";
import { Instant } from "../../platform/input.ts";
import { Conflict } from "../../platform/errors.ts";

/** What a language model can be asked. */
export const ModelRequestKind = z.enum(["proposals", "opinion", "wording"]);
export type ModelRequestKind = z.infer<typeof ModelRequestKind>;

/** Why a request came to nothing. */
export const ModelError = z.enum([
  "off",
  "budget",
  "unreachable",
  "late",
  "busy",
  "refused",
  "nonsense",
  "internal",
]).meta({ id: "ModelError" });
export type ModelError = z.infer<typeof ModelError>;

/** Where something that a language model was asked stands. */
export const ModelRequest = z.object({
  status: z.enum(["waiting", "done", "failed"]),
  /** Why it failed, or why the last attempt did; null otherwise. */
  error: ModelError.nullable(),
  /** The name of the model, as the operator set it. */
  model: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
}).meta({ id: "ModelRequest" });
export type ModelRequest = z.infer<typeof ModelRequest>;

export function modelIsOff(): Conflict {
  return new Conflict(
    "No language model is set up here: whoever runs the product can name one by LLM_PROVIDER",
  );
}
