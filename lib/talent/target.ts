import type { DegreeLevel } from "./degree_levels.ts";
import type { Language } from "./types.ts";

export { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";

export type CefrLevel = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";

/** One thing that would do: a known skill, or a literal noun phrase when `skill` is null. */
export interface SkillTarget {
  readonly skill: string | null;
  /** The words of the name to look for literally, longest first; at least one. */
  readonly terms: readonly string[];
}

/** What the name of a requirement asks for. */
export type Target =
  /** `anyOf`: one of them is enough. `allOf`: each is needed. One of the two is empty. */
  | {
    readonly type: "skills";
    readonly anyOf: readonly SkillTarget[];
    readonly allOf: readonly SkillTarget[];
  }
  /** `fields` as written ("informatica"); empty when any field will do. `orEquivalent`: by experience too. */
  | {
    readonly type: "degree";
    readonly level: DegreeLevel;
    readonly fields: readonly string[];
    readonly orEquivalent: boolean;
  }
  /** `code` is ISO 639-1. */
  | {
    readonly type: "language";
    readonly code: string;
    readonly level: CefrLevel | "native" | null;
  }
  /** A licence, registration, certificate or permit: it may lapse or be pending. */
  | {
    readonly type: "credential";
    readonly skill: string | null;
    readonly terms: readonly string[];
  }
  /** Experience in a field ("retail") or, when `role`, in an occupation ("sous chef"). */
  | {
    readonly type: "experience";
    readonly role: boolean;
    readonly skill: string | null;
    readonly terms: readonly string[];
  }
  | { readonly type: "soft"; readonly skill: string | null; readonly terms: readonly string[] };

/**
 * Reads what the name of a requirement asks for, so that one typed by a recruiter is judged like
 * one read from a posting. Years are apart: see `readRequirement`.
 *
 * @param language The language that the name is most likely written in.
 */
export function readTarget(name: string, _language: Language): Target {
  const terms = [name.trim()];
  return { type: "skills", anyOf: [{ skill: null, terms }], allOf: [] };
}
