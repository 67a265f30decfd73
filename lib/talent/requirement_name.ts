import { labelOf, lexicon } from "./lexicon.ts";
import type { Language, Requirement } from "./types.ts";

/**
 * The name of a requirement in a language: that of the skill where the name is nothing but one of its
 * labels ("Teamleiding" is "team leadership"), and as it was written in all other cases.
 */
export function nameIn(
  { name, skill }: Pick<Requirement, "name" | "skill">,
  language: Language,
): string {
  if (skill === null || !lexicon().skillsByLabel(name).includes(skill)) return name;
  const entry = lexicon().skillById(skill);
  // A label of that language stays as the job has it.
  const isOwn = entry?.[language].some((label) => label.toLowerCase() === name.toLowerCase());
  return isOwn ? name : labelOf(skill, language);
}
