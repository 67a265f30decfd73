import { parseEnv } from "node:util";
import type { Env } from "./config.ts";

/** The environment, and beneath it what the file `.env` in this folder says. */
export function readEnv(path = ".env"): Env {
  return { ...parseEnv(readIfAny(path)), ...Deno.env.toObject() };
}

function readIfAny(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
