import type { Demand } from "./demand_context.ts";
import { readDemands } from "./demands.ts";
import { type JobSentence, readJobSentences } from "./job_sentences.ts";
import { type JobTitle, readJobTitle } from "./job_title.ts";
import { detectLanguage } from "./language.ts";
import { addDuties, addField, addSeniority } from "./beside_title.ts";
import { isMandatory, readWishes } from "./cues.ts";
import { type Draft, isGate, keysOf, kindOf, skillOf } from "./drafts.ts";
import { readDuties } from "./duties.ts";
import { lexicon } from "./lexicon.ts";
import { sentenceCase } from "./sentence_case.ts";
import { readOccupation, readTarget, type Target } from "./target.ts";
import { fold, tokenize, trimSpan } from "./text.ts";
import type { JobReading, Language, Requirement } from "./types.ts";
import { verbBase } from "./words.ts";
import { readYears } from "./years.ts";

const MAX_NAME_LENGTH = 255;
const MAX_REQUIREMENTS = 40;
/** No posting is longer; what stands behind is not read. */
const MAX_POSTING_LENGTH = 50_000;
const MAX_DRAFTS = 120;
const MAX_FROM_DUTIES = 8;
const DEFAULT_IMPORTANCE = 3;
/** Hours, shifts and travel are spoken of in an interview and seldom in a résumé. */
const TERM_IMPORTANCE = 2;
/** The kind of work comes first, whatever else is asked. */
const OCCUPATION_IMPORTANCE = 5;

/**
 * Reads what a job text asks for: from its sections of demands; where it has none, from its duties
 * and its prose. A posting's duties beside such sections give wishes, by known names alone.
 *
 * @returns Requirements in the order of the text, "r1" to "rn", no two for the same thing. None
 * when the text asks for nothing.
 */
export function readJob(whole: string): JobReading {
  const text = whole.slice(0, MAX_POSTING_LENGTH);
  const language = detectLanguage(text);
  const sentences = readJobSentences(text);
  const hasDemands = sentences.some(({ zone }) => zone === "requirement");
  const title = readJobTitle(text);
  const drafts: Draft[] = [];
  const occupation = title === null ? null : titleDraft(title, language);
  if (occupation !== null) drafts.push(occupation);
  let fromDuties = 0;
  for (const sentence of sentences) {
    if (hasDemands && !sentence.isHeaded) continue;
    if (drafts.length >= MAX_DRAFTS) break;
    const isTitle = title !== null && sentence.start < title.end && title.end < sentence.end;
    const part = isTitle
      ? { ...sentence, ...trimSpan(text, { start: title.end, end: sentence.end }) }
      : sentence;
    for (const demand of readDemands(text, part)) {
      const draft = toDraft(demand, sentence, hasDemands, language);
      if (isOfEmployer(draft, sentence)) continue;
      if (!draft.isAsked && !mayAdd(draft, drafts, hasDemands, fromDuties)) continue;
      if (addDraft(drafts, draft, occupation) && !draft.isAsked) fromDuties++;
    }
  }
  if (title?.isSure) addSeniority(drafts, text, title, language);
  addField(drafts, text, title, sentences);
  addDuties(drafts, readDuties(text, sentences), language);
  const kept = title?.isSure || drafts.length > 1
    ? drafts
    : drafts.filter((one) => one !== occupation);
  const ordered = kept.slice(0, MAX_REQUIREMENTS)
    .sort((a, b) => (a.requirement.source?.start ?? 0) - (b.requirement.source?.start ?? 0));
  return {
    language,
    requirements: ordered.map(({ requirement }, at) => ({
      ...requirement,
      id: `r${at + 1}`,
      name: sentenceCase(requirement.name, language),
    })),
  };
}

/** What may be set on a requirement that a person types. */
export type RequirementOverrides = Partial<Omit<Requirement, "name">>;

/**
 * Makes a requirement of a typed name: kind, years, level and gate are proposed from its words.
 *
 * @param overrides What the person set; it wins over what is proposed.
 */
export function readRequirement(name: string, overrides: RequirementOverrides = {}): Requirement {
  const written = name.trim().replace(/\s+/g, " ").slice(0, MAX_NAME_LENGTH);
  const tokens = tokenize(written);
  const target = readTarget(written, detectLanguage(written));
  return {
    id: "r1",
    name: written,
    level: readWishes(tokens).length > 0 ? "nice_to_have" : "required",
    kind: kindOf(target),
    years: readYears(written, tokens)[0]?.years ?? null,
    importance: DEFAULT_IMPORTANCE,
    gate: isMandatory(tokens) && isGate(target),
    skill: skillOf(target),
    source: null,
    ...overrides,
  };
}

const YEARLESS: ReadonlySet<Target["type"]> = new Set([
  "degree",
  "language",
  "languages",
  "credential",
]);

function toDraft(
  demand: Demand,
  { zone }: JobSentence,
  hasDemands: boolean,
  language: Language,
): Draft {
  const target = readTarget(demand.name, language);
  const isAsked = zone === "requirement" || zone === "wish" || zone === "prose" && !hasDemands;
  const years = YEARLESS.has(target.type) ? null : demand.years;
  return {
    requirement: {
      id: "",
      name: demand.name,
      level: isAsked || !hasDemands ? demand.level : "nice_to_have",
      kind: kindOf(target),
      years,
      importance: demand.isTerm && !demand.isMandatory ? TERM_IMPORTANCE : DEFAULT_IMPORTANCE,
      gate: demand.isMandatory && demand.level === "required" && isAsked && isGate(target),
      skill: skillOf(target),
      source: demand.source,
    },
    target,
    keys: keysOf(target, demand.name),
    isAsked,
  };
}

function titleDraft({ name, source }: JobTitle, language: Language): Draft {
  const target = readOccupation(name, language);
  return {
    requirement: {
      id: "",
      name,
      level: "required",
      kind: "occupation",
      years: null,
      importance: OCCUPATION_IMPORTANCE,
      gate: false,
      skill: skillOf(target),
      source,
    },
    target,
    keys: keysOf(target, name),
    isAsked: true,
  };
}

/** "A cook for our restaurant": an industry outside lists of demands is the employer's own. */
function isOfEmployer({ requirement: { skill } }: Draft, { zone }: JobSentence): boolean {
  return (zone === "duty" || zone === "prose") && skill !== null && lexicon().isIndustry(skill);
}

/** What duties may add: known hard skills, a few. */
function mayAdd(
  draft: Draft,
  drafts: readonly Draft[],
  hasDemands: boolean,
  added: number,
): boolean {
  if (draft.requirement.kind === "soft" || draft.requirement.skill === null) return false;
  if (draft.target.type !== "skills" || isLooseWord(draft.requirement)) return false;
  return !hasDemands || added < Math.min(MAX_FROM_DUTIES, Math.max(3, drafts.length));
}

const FIRM: ReadonlySet<string> = new Set(["tool", "knowledge", "licence", "certificate"]);

/** "first sketch", "verpleegt": one word of a duty that is a verb or only a form of a label. */
function isLooseWord({ name, skill }: Requirement): boolean {
  if (skill === null || /\s/.test(name) || FIRM.has(lexicon().skillById(skill)?.type ?? "")) {
    return false;
  }
  return verbBase(fold(name)) === fold(name) || !lexicon().skillsByLabel(name).includes(skill);
}

/**
 * Adds a draft, or lets it strengthen the one that already asks for the same.
 *
 * @returns Whether it was added.
 */
function addDraft(drafts: Draft[], draft: Draft, occupation: Draft | null): boolean {
  const twin = isAnyExperience(draft) && occupation !== null
    ? occupation
    : drafts.find((one) => isSame(one, draft) || isSameRole(one, draft));
  if (twin === undefined) {
    drafts.push(draft);
    return true;
  }
  if (!draft.isAsked) return false;
  const { requirement } = twin;
  const years = Math.max(requirement.years ?? 0, draft.requirement.years ?? 0);
  // The sentence that says how long says most; a title stays as it is.
  const isFuller = requirement.years === null && draft.requirement.years !== null &&
    twin !== occupation;
  twin.requirement = {
    ...requirement,
    ...(isFuller ? { name: draft.requirement.name, source: draft.requirement.source } : {}),
    level: draft.requirement.level === "required" ? "required" : requirement.level,
    years: years > 0 ? years : null,
    gate: requirement.gate || draft.requirement.gate,
  };
  twin.isAsked = true;
  return false;
}

/** "5+ years of experience": it says how long in the occupation. */
function isAnyExperience({ target }: Draft): boolean {
  return target.type === "experience" && target.terms.length === 0;
}

/** Whether two ask for the same. A wish for one of several that are asked for adds nothing. */
function isSame(one: Draft, other: Draft): boolean {
  if (one.target.type !== other.target.type) return false;
  for (const key of other.keys) if (!one.keys.has(key)) return false;
  return one.keys.size === other.keys.size || !other.isAsked ||
    other.requirement.level === "nice_to_have";
}

/** "Transportplanner internationaal" and "ervaring als transportplanner" are one occupation. */
function isSameRole(one: Draft, other: Draft): boolean {
  if (one.target.type !== "experience" || other.target.type !== "experience") return false;
  if (!one.target.role || !other.target.role) return false;
  const [a, b] = [fold(one.target.terms.at(-1) ?? ""), fold(other.target.terms.at(-1) ?? "")];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}
