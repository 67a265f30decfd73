import { readSections } from "./sections.ts";
import type { Span } from "./types.ts";

/** Praise that every posting asks for and no résumé can prove; English and Dutch. */
const VAGUE = new RegExp(
  "(?<![\\p{L}\\p{N}])(" + [
    "(?:ervaren |echte |sterke )?teamspeler(?: met een hands-on mentaliteit)?",
    "(?:true |real |strong )?team player",
    "hands-on (?:mentaliteit|mentality|attitude)",
    "can-do (?:mentality|attitude)",
    "go-getter",
    "self-starter",
    "(?:code|coding|sales|marketing|rock ?star) ninjas?",
    "rock ?stars?",
    "(?:works|working|work) hard,? play(?:s|ing)? hard",
    "think(?:s|ing)? outside (?:of )?the box",
    "out-of-the-box (?:thinker|denker)",
    "(?:highly )?motivated (?:self-starter|individual)",
    "passion for (?:excellence|what you do)",
    "wears? many hats",
    "niet-lullen-maar-poetsen(?:-mentaliteit)?",
    "geen 9[- ]tot[- ]5[- ]mentaliteit",
    "stressbestendig",
    "spin in het web",
    "schaap met (?:de )?vijf poten",
    "duizendpoot",
    "aanpakker",
    "doorzetter",
  ].join("|") + ")(?![\\p{L}\\p{N}])",
  "giu",
);

/** Words of a job text that ask for something which no résumé can prove, in their order. */
export function findVague(text: string): Span[] {
  return [...text.matchAll(VAGUE)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The parts of a job text that describe the employer, the offer or the way to apply. */
export function findUnasked(text: string): Span[] {
  return readSections(text, "job")
    .filter(({ kind }) => kind === "company" || kind === "benefits" || kind === "process")
    .map(({ body: { start, end } }) => ({ start, end }));
}
