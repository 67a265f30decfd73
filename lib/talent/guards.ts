import type { SkillEntry } from "./lexicon_types.ts";
import { fold } from "./text.ts";

/**
 * How careful a label is matched. "any": whatever its case. "case": as it is written, or in
 * capitals throughout. "guarded": that, and in a technical context.
 */
export type Guard = "any" | "case" | "guarded";

/** Names of tools that are everyday words too; guarded even where the lexicon forgot to say so. */
const EVERYDAY_NAMES = new Set(
  ("access actions airtable ansible apex assembly azure backbone base basic bash bamboo beam blender bolt box brew bun " +
    "chef chrome clean cloud concrete consul copilot crystal cypress dart delta dock drive drone echo elastic electron elm " +
    "ember envoy excel express fast fiber flask flow flux forge ghost gin glue go grunt gulp harvest helm hive horizon hub " +
    "impala ink ionic jest julia keynote kong lambda less linear lit loom lotus make maple mason maven maya mercurial meteor " +
    "mint mocha monday motion nest next node nomad notion numbers nuke oracle outlook pages pandas parcel pig pine play " +
    "prefect premiere presto processing procreate prolog publisher pulse puppet quark query r rails rasa raven ray react redux " +
    "relay remix rest rhino ruby rust sap sage salt scala scratch segment sentry shell shiny sketch slack soap solid " +
    "spark splash spring sprint square stan stata storm stripe surfer swift teams tableau terminal torch trello tower unity " +
    "unreal vault visio vision vite word yarn zapier zoom")
    .split(" "),
);

/** Occupations that are things as well: a server runs, a host answers. */
const EVERYDAY_ROLES = new Set([
  "server",
  "servers",
  "host",
  "hosts",
  "lead",
  "head",
  "fellow",
  "monitor",
]);

/** Words that people write small and that are acronyms in capitals: "it", "big", "rest". */
const SMALL_WORDS = new Set(
  ("a ad af al am an and api are art as at bad bag ban bar bas bed been ben bet bid big bij bio bit bom bon boot box bus but by " +
    "cad cap car care cat cell chip cis club com cost cup dag dan dat de den der des die dim dip dit do doe dom door dos dot dus " +
    "een eer eis en er es et ets even fan far fat fee fit fix for fun ga gas gate geo get go goal god had hal has hat heb hem hen " +
    "her het him hip his hoe hop hot how hub huis hun ict ik in ip is it ja jan job joy kam kan kat ken kom kop land lap last law lean " +
    "led leg let lid lie lip list log los lot lux maar mag mail man map mee met mix mis moet mooi most naar nee net new nis " +
    "no nog nu of oh ok om on one op or os ot our out over pas past pat pen per pet pi pim pin plan plus poc pos pot pre pro put " +
    "qua ram rap rat read red rest rij rip rol room rs safe sap sat save se sec see set she sip sis sit six smart so soa soap " +
    "son sox spa spin ssh star stem stop sub sum sun tab tag tap tas team tel ten ter the tin tip to toe tom ton too top tot trap " +
    "try two uit up us use uw van var vast vat via vip voor wad war was wat we weg wel wet who wie wij win wis with wo you zag ze " +
    "zij zo zon")
    .split(" "),
);

/** The longest word of the two lists above. */
const MAX_GUARDED_LENGTH = 11;

const CAPITALS = /^[\p{Lu}\p{N}]+$/u;

/** How careful this label of a skill must be matched. */
export function guardOf(skill: SkillEntry, label: string): Guard {
  if (skill.guarded?.includes(label)) return "guarded";
  if (label.length > MAX_GUARDED_LENGTH || label.includes(" ")) return "any";
  if (label.length === 1) return "guarded";
  const folded = fold(label);
  if (skill.type === "occupation" && EVERYDAY_ROLES.has(folded)) return "guarded";
  if (skill.type === "tool" && EVERYDAY_NAMES.has(folded)) return "guarded";
  if (CAPITALS.test(label) && (label.length === 2 || SMALL_WORDS.has(folded))) return "case";
  return "any";
}

/** Whether the text writes a careful label as it should: as in the lexicon, or all in capitals. */
export function isExactCase(written: string, label: string): boolean {
  if (written === label) return true;
  return label.length >= 3 && written === label.toUpperCase();
}
