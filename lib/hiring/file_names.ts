import { toStorable } from "../platform/input.ts";

/** What no file is called: controls, and marks that turn the reading direction of what follows. */
// deno-lint-ignore no-control-regex -- those are what must not stay
const UNNAMEABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as a file can have: without folders and control characters, 1 to 255 characters. */
export function toFileName(given: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? "";
  const clean = toStorable(base.replace(UNNAMEABLE, "")).trim();
  return [...clean].slice(-255).join("") || "file";
}
