import { outside, personalSpans } from "./personal_spans.ts";
import { type FoundContact, readContact } from "./contact.ts";
import { countMonths, type Now, readNow } from "./dates.ts";
import { type Degree, readDegrees } from "./degrees.ts";
import { type DoubtSpan, findDoubts } from "./denial.ts";
import { languageOf } from "./language.ts";
import { lexicon } from "./lexicon.ts";
import { indexWords, type WordIndex } from "./literal.ts";
import { type Mention, mentionsAmong } from "./mentions.ts";
import { readSections, type Section } from "./sections.ts";
import { readSpoken, type Spoken } from "./spoken.ts";
import { type Sentence, sentences, tokenize, trimSpan } from "./text.ts";
import type { Contact, Language, Span } from "./types.ts";
import { readRoles, type Role } from "./work_history.ts";

/**
 * Where a sentence stands, which decides how much it shows. "work" includes placements; "told" is
 * a deed outside any role ("Built …" under no heading); "claim" is a profile or a list.
 */
export type Zone = "work" | "project" | "study" | "certificate" | "told" | "claim" | "aside";

/** A sentence or list item of a résumé, placed. */
export interface Line extends Sentence {
  readonly zone: Zone;
  /** The role that it is part of, or null. */
  readonly role: Role | null;
  /** Whether it is part of the heading of its role. */
  readonly isHead: boolean;
}

/** A résumé, read once for all requirements. */
export interface ParsedResume {
  readonly text: string;
  readonly now: Now;
  readonly language: Language;
  readonly sections: readonly Section[];
  readonly roles: readonly Role[];
  readonly lines: readonly Line[];
  /** Sorted by start. */
  readonly mentions: readonly Mention[];
  readonly bySkill: ReadonlyMap<string, readonly Mention[]>;
  readonly words: WordIndex;
  readonly doubts: readonly DoubtSpan[];
  readonly degrees: readonly Degree[];
  readonly spoken: readonly Spoken[];
  readonly contact: Contact;
  /** Contact details: never evidence. */
  readonly contactSpans: readonly Span[];
  /** These, and whatever else says who somebody is; see personalSpans(). */
  readonly personal: readonly Span[];
  /** Months of work, overlaps counted once. */
  readonly months: number;
  /** Whether skills are piled up in lists that no work supports. */
  readonly isKeywordList: boolean;
}

/**
 * Reads a résumé: sections, dated roles, education, languages, contact, and where it names what.
 *
 * @param today "YYYY-MM-DD", the day that open stretches last until.
 * @throws {RangeError} If `today` is no such day.
 */
export function readResume(text: string, today: string): ParsedResume {
  const now = readNow(today);
  const tokens = tokenize(text);
  const headed = readSections(text, "resume");
  const found: FoundContact = readContact(text, headed, now);
  const sections = cutAtName(text, headed, found.name);
  const roles = readRoles(text, sections, now);
  const lines = placeSentences(text, sections, roles);
  const personal = personalSpans(text, found);
  const mentions = outside(mentionsAmong(text, tokens), personal);
  const parts = {
    text,
    now,
    language: languageOf(tokens),
    sections,
    roles,
    lines,
    mentions,
    bySkill: groupBySkill(mentions),
    words: indexWords(tokens),
    doubts: findDoubts(text, lines, tokens),
    degrees: readDegrees(text, sections, now),
    spoken: readSpoken(text, sections, lines, mentions),
    contact: found.contact,
    contactSpans: found.spans,
    personal,
    months: countMonths(roles.filter(({ kind }) => kind === "work").map(({ range }) => range)),
  };
  return { ...parts, isKeywordList: isKeywordList(parts) };
}

/** A side bar's last section ends where the name opens the main column. */
function cutAtName(text: string, sections: readonly Section[], name: Span | null): Section[] {
  return sections.flatMap((section) => {
    const { heading, body } = section;
    if (name === null || heading === null || name.start < body.start || name.start >= body.end) {
      return [section];
    }
    const before = { ...section, body: trimSpan(text, { start: body.start, end: name.start }) };
    const after = { start: name.start, end: body.end };
    return [before, { kind: "summary" as const, heading: null, body: after }];
  });
}

/** The line that a span starts in; null between lines, as in a heading. */
export function lineAt(lines: readonly Line[], at: number): Line | null {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line === undefined) break;
    if (at < line.start) high = middle - 1;
    else if (at >= line.end) low = middle + 1;
    else return line;
  }
  return null;
}

function placeSentences(
  text: string,
  sections: readonly Section[],
  roles: readonly Role[],
): Line[] {
  const placed: Line[] = [];
  let next = 0;
  for (const section of sections) {
    for (const sentence of sentencesOf(text, section, roles)) {
      while (next < roles.length && (roles[next]?.end ?? 0) <= sentence.start) next++;
      const candidate = roles[next];
      const role = candidate !== undefined && candidate.start <= sentence.start ? candidate : null;
      const isHead = role !== null && sentence.start < headEnd(role);
      placed.push({ ...sentence, role, isHead, zone: zoneOf(text, section, sentence, role) });
    }
  }
  return placed;
}

/**
 * Where the words end that say what a role was: its heading may go on in the same line to tell what
 * was done ("2021 – now: planner at Acme. Plans 40 trips a day.").
 */
function headEnd({ head, title, organisation, range }: Role): number {
  const named = Math.max(title?.end ?? head.start, organisation?.end ?? head.start, range.end);
  return Math.min(head.end, Math.max(named, head.start + 1));
}

/** The sentences of a section; the heading of a role stands apart from what follows it. */
function sentencesOf(text: string, section: Section, roles: readonly Role[]): Sentence[] {
  const { start, end } = section.body;
  const cuts = [start];
  for (const { head } of roles) {
    if (head.start > start && head.start < end) cuts.push(head.start);
    if (head.end > start && head.end < end) cuts.push(head.end);
  }
  cuts.push(end);
  return cuts.slice(1).flatMap((to, at) => sentences(text, { start: cuts[at] ?? start, end: to }));
}

const ZONES: Readonly<Partial<Record<Section["kind"], Zone>>> = {
  experience: "work",
  projects: "project",
  volunteering: "project",
  education: "study",
  certificates: "certificate",
  skills: "claim",
  languages: "claim",
  interests: "aside",
  references: "aside",
};

function zoneOf(text: string, section: Section, sentence: Sentence, role: Role | null): Zone {
  if (role !== null) return role.kind === "work" ? "work" : "project";
  if (isLabelledList(text, sentence)) return "claim";
  const zone = ZONES[section.kind];
  if (zone !== undefined && zone !== "claim") return zone;
  return isDeed(text, sentence) ? "told" : "claim";
}

const LIST_LABEL =
  /^(?:(?:key|core|other|overige|technical|technische|computer|it|ict|digitale?) )?(?:systems?|systemen|tools?|software|computer|skills?|technical|technisch|technologies|techniek|it|ict|programs|programma's|applications|applicaties|vaardigheden|kennis|keywords|trefwoorden|competenties|programming languages|databases|environment)\s*:/i;

/** "Systems: Sage, Excel": a list of names under whatever heading stands last. */
function isLabelledList(text: string, { start, end }: Sentence): boolean {
  return LIST_LABEL.test(text.slice(start, Math.min(end, start + 50)));
}

const DEED =
  /^(?:i |we |ik |wij )?(?:\p{L}{3,}ly )?(?:(?!need|seed|speed|skilled|experienced|motivated|dedicated|organi[sz]ed|detailed|focused|oriented|versed|varied|talented|certified|advanced|proficient|accomplished|seasoned|gedreven|gemotiveerd|ervaren)\p{L}{2,}ed|built|led|wrote|ran|made|taught|held|kept|took|gave|won|grew|drove|sold|bouwde|leidde|schreef|gaf|hield|maakte|voerde|deed|ontwierp|ge\p{L}{3,}(?:d|t|en)|\p{L}{4,}(?:rde|lde|nde|gde|fde|mde|kte|pte|tte|ste))\b/iu;

/** "Built …", "Ontwikkelde …": what was done, told under no role. */
function isDeed(text: string, sentence: Sentence): boolean {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60));
  return sentence.end - sentence.start > 25 && DEED.test(opening);
}

function groupBySkill(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const known = groups.get(mention.skill);
    if (known === undefined) groups.set(mention.skill, [mention]);
    else known.push(mention);
  }
  return groups;
}

/** So many skills in lists and none of them anywhere else, or so many more and hardly one. */
const MANY_LISTED = 6;
const VERY_MANY_LISTED = 14;
const SUPPORTED_SHARE = 0.15;
const HARD_TYPES = new Set(["skill", "tool", "method", "knowledge"]);

function isKeywordList({ lines, bySkill }: Pick<ParsedResume, "lines" | "bySkill">): boolean {
  let listed = 0;
  let supported = 0;
  for (const [id, places] of bySkill) {
    if (!HARD_TYPES.has(lexicon().skillById(id)?.type ?? "")) continue;
    const zones = places.map(({ start }) => lineAt(lines, start)?.zone ?? "aside");
    if (!zones.includes("claim")) continue;
    listed++;
    if (zones.some((zone) => zone !== "claim" && zone !== "aside")) supported++;
  }
  if (listed >= VERY_MANY_LISTED) return supported < listed * SUPPORTED_SHARE;
  return listed >= MANY_LISTED && supported === 0;
}
