import { findExcluding } from "./posting_wording.ts";
import type { Kind, Level, Verdict } from "./types.ts";

/** What a letter says of a workspace's own accord; `places` are filled in. */
export interface LetterTemplate {
  readonly subject: string;
  readonly text: string;
}

/** A requirement as a letter needs it, with the verdict that holds. */
export interface LetterRequirement {
  readonly name: string;
  readonly kind: Kind;
  readonly level: Level;
  readonly years: number | null;
  /** The lexicon's id of what it asks for. */
  readonly skill: string | null;
  readonly verdict: Verdict;
}

/** What the places of a template stand for. */
export interface LetterFacts {
  /** The candidate's; a word for somebody where it is not known. */
  readonly name: string;
  readonly job: string;
  readonly workspace: string;
  /** Who signs. */
  readonly sender: string;
  /** In the job's order. */
  readonly requirements: readonly LetterRequirement[];
}

/** How a line of a list names a requirement. */
export type SayRequirement = (
  requirement: Pick<LetterRequirement, "name" | "years" | "skill">,
  isInPart: boolean,
) => string;

/** The places that a text may have; a subject has those without lists. */
export const TEXT_PLACES = ["name", "job", "workspace", "sender", "met", "missing"] as const;
export const SUBJECT_PLACES = ["name", "job", "workspace", "sender"] as const;

const MOST_LISTED = 6;

/** Nobody is told that they lack these: they are asked for what somebody is, or by the law. */
const UNTOLD: ReadonlySet<string> = new Set(["eu-citizenship", "work-permit"]);

const PLACE = /\{([^{}\n]*)\}/g;

/** The places of a template that it cannot have, as they stand in it. */
export function unknownPlaces(template: string, places: readonly string[]): string[] {
  return [...new Set(template.matchAll(PLACE).map(([, name = ""]) => name))]
    .filter((name) => !places.includes(name));
}

/**
 * Fills in a template. A paragraph with a list of which there is nothing to say is left out; a list
 * that has its line to itself is one of lines.
 *
 * What somebody is told they lack is what the job requires; where they have all of it, what would
 * have been a plus. Nothing is said of character, and nothing of what the law protects.
 */
export function composeLetter(
  { subject, text }: LetterTemplate,
  facts: LetterFacts,
  say: SayRequirement,
): LetterTemplate {
  const { name, job, workspace, sender } = facts;
  const words = new Map(Object.entries({ name, job, workspace, sender }));
  const lists = listsOf(facts.requirements, say);
  const paragraphs = text.split(/\n[ \t]*\n\s*/).filter((paragraph) =>
    !paragraph.matchAll(PLACE).some(([, place = ""]) => lists.get(place)?.length === 0)
  );
  return {
    // A subject is one line.
    subject: fill(subject, words, new Map()).replace(/\s+/g, " ").trim(),
    text: paragraphs.map((paragraph) => fill(paragraph, words, lists)).join("\n\n").trim(),
  };
}

function fill(
  template: string,
  words: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, readonly string[]>,
): string {
  return template.split("\n").map((line) => {
    const alone = /^\s*\{([^{}\n]*)\}\s*$/.exec(line)?.[1];
    const list = lists.get(alone ?? "");
    if (list) return list.map((item) => `- ${item}`).join("\n");
    return line.replace(
      PLACE,
      (found, place: string) => words.get(place) ?? lists.get(place)?.join(", ") ?? found,
    );
  }).join("\n");
}

function listsOf(
  requirements: readonly LetterRequirement[],
  say: SayRequirement,
): ReadonlyMap<string, readonly string[]> {
  const told = requirements.filter(isTold);
  const lacking = told.filter(({ verdict }) => verdict !== "YES");
  const required = lacking.filter(({ level }) => level === "required");
  const line = (one: LetterRequirement) => say(one, one.verdict === "PARTIAL");
  return new Map([
    ["met", first(told.filter(({ verdict }) => verdict === "YES").map(line))],
    ["missing", first((required.length > 0 ? required : lacking).map(line))],
  ]);
}

function isTold({ name, kind, skill }: LetterRequirement): boolean {
  return kind !== "soft" && !UNTOLD.has(skill ?? "") && findExcluding(name).length === 0;
}

function first(lines: readonly string[]): string[] {
  return [...new Set(lines)].slice(0, MOST_LISTED);
}
