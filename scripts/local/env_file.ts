import { parseEnv } from "node:util";
import type { Env } from "../../lib/platform/config.ts";

/** The environment, and beneath it what the file `.env` in this folder says. */
export function readEnv(path = ".env"): Env {
  let text = "";
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return { ...parseEnv(text), ...Deno.env.toObject() };
}
