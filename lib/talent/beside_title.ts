import { readField } from "./asked_field.ts";
import { seniorityOfTitle } from "./asked_seniority.ts";
import { type Draft, keysOf, skillOf } from "./drafts.ts";
import type { Duty } from "./duties.ts";
import type { JobSentence } from "./job_sentences.ts";
import type { JobTitle } from "./job_title.ts";
import { lexicon } from "./lexicon.ts";
import { readTarget, type Target } from "./target.ts";
import type { Language, Requirement } from "./types.ts";

/** What the title says beside the occupation, and the work itself: less than what is asked for. */
const BESIDE_IMPORTANCE = 2;

/** "Senior" in a title is a demand of its own, beside the occupation. */
export function addSeniority(
  drafts: Draft[],
  text: string,
  title: JobTitle,
  language: Language,
): void {
  const seniority = seniorityOfTitle(text, title, language);
  if (seniority === null) return;
  const target = readTarget(seniority.name, language);
  if (target.type !== "seniority" || drafts.some((one) => one.target.type === "seniority")) return;
  drafts.push(besideDraft(seniority.name, "required", title.source, target));
}

/** The field that the posting is in, where nothing that it asks for says so already. */
export function addField(
  drafts: Draft[],
  text: string,
  title: JobTitle | null,
  sentences: readonly JobSentence[],
): void {
  const field = readField(text, title, sentences);
  if (field === null) return;
  const isAsked = drafts.some(({ requirement: { skill } }) =>
    skill !== null && (skill === field.skill || lexicon().isIndustry(skill))
  );
  if (isAsked) return;
  const target: Target = {
    type: "skills",
    anyOf: [{ skill: field.skill, terms: [field.name] }],
    allOf: [],
  };
  drafts.push(besideDraft(field.name, "nice_to_have", field.source, target));
}

/** The work itself, told at length: who has done it knows it. */
export function addDuties(drafts: Draft[], duties: readonly Duty[], language: Language): void {
  for (const { name, source } of duties) {
    const target = readTarget(name, language);
    if (target.type !== "duty") continue;
    drafts.push(besideDraft(name, "nice_to_have", source, target));
  }
}

function besideDraft(
  name: string,
  level: Requirement["level"],
  source: Requirement["source"],
  target: Target,
): Draft {
  return {
    requirement: {
      id: "",
      name,
      level,
      kind: "hard",
      years: null,
      importance: BESIDE_IMPORTANCE,
      gate: false,
      skill: skillOf(target),
      source,
    },
    target,
    keys: keysOf(target, name),
    isAsked: false,
  };
}
