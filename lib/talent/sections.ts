import type { Span } from "./types.ts";

/** What a section of a job text or of a résumé is about. */
export type SectionKind =
  // of a job
  | "intro"
  | "company"
  | "duties"
  | "requirements"
  | "nice_to_have"
  | "benefits"
  | "process"
  // of a résumé
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "languages"
  | "certificates"
  | "projects"
  | "volunteering"
  | "interests"
  | "references"
  // of both
  | "other";

/** A part of a text under one heading. */
export interface Section {
  readonly kind: SectionKind;
  /** The heading itself; null for what stands before the first one. */
  readonly heading: Span | null;
  /** What stands under it, heading excluded. */
  readonly body: Span;
}

/**
 * Cuts a text into its headed sections, in order. They cover the whole text but the headings.
 *
 * @returns At least one section; the first is "intro" (job) or "summary" without heading unless the
 * text opens with one.
 */
export function readSections(text: string, as: "job" | "resume"): Section[] {
  return [{
    kind: as === "job" ? "intro" : "summary",
    heading: null,
    body: { start: 0, end: text.length },
  }];
}
