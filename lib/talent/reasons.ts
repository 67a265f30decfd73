import { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";
import { lexicon } from "./lexicon.ts";
import { DEGREE_NAMES } from "./match_degree.ts";
import { CAREER_EN, CAREER_NL } from "./reasons_career.ts";
import type { Language, Reason } from "./types.ts";

/** A reason's parameters with the words that go into the sentence. */
export interface Words {
  /** What is asked for: the skill's label in the reader's language, or the posting's words. */
  readonly it: string;
  /** What was found in its place. */
  readonly found: string;
  /** And what else was. */
  readonly other: string;
  /** "5 years and 10 months". */
  readonly time: string;
  /** "5 years and 10 months across two jobs; still in use". */
  readonly work: string;
  readonly asked: string;
  readonly claimed: string;
  /** How long other work followed it. */
  readonly ago: string;
  /** "senior"; the same word in both languages. */
  readonly rank: string;
  readonly quote: string;
  readonly count: string;
  readonly missing: string;
  /** How many of a list are there, how many it has, and how many are enough. */
  readonly there: string;
  readonly of: string;
  readonly enough: string;
  /** "across two jobs". */
  readonly jobs: string;
  readonly spoken: string;
  readonly askedLevel: string;
  readonly foundLevel: string;
  readonly askedDegree: string;
  readonly foundDegree: string;
  /** " in finance", or nothing. */
  readonly inField: string;
  /** "Fastify is a Node.js framework", or that it is a kind of it. */
  readonly isKind: string;
  readonly isPart: string;
}

/** Says a reason with its words. */
export type Sentence = (words: Words) => string;

const EN: Readonly<Record<string, Sentence>> = {
  shown_in_work: (w) => `Shown in dated work: ${w.work}.`,
  shown_past: (w) => `Shown in dated work: ${w.work}, followed by ${w.ago} of other work.`,
  shown_in_undated_work: () => "Shown in work, though no dates stand beside it.",
  shown_in_project: () => "Shown in a project or voluntary work.",
  shown_in_study: () => "Shown in a study or course.",
  shown_in_certificate: () => "Shown by a certificate.",
  shown_in_told: () => "Shown by something done, outside the dated jobs.",
  shown_in_claim: () => "Named at the level that is asked.",
  listed_supported: () => "Listed as a skill, and dated work of that kind supports it.",
  years_met: (w) => `${w.work}, where ${w.asked} is asked.`,
  years_short: (w) => `${w.work}, where ${w.asked} is asked.`,
  years_undated: (w) =>
    `Shown in work, but without dates, so the ${w.asked} asked cannot be counted.`,
  years_claimed: (w) => `Says ${w.claimed}, but no dated work shows it; ${w.asked} is asked.`,
  years_not_shown: (w) =>
    `Named, but no work shows it, so none of the ${w.asked} asked can be counted.`,
  no_dated_work: () => "No dated work was found.",
  weak: (w) => `Only at a basic or learning level, or long ago: ${w.it}.`,
  too_weak: (w) => `Only a first acquaintance with ${w.it}, and no work that shows it.`,
  instance: (w) => `${w.isKind}, and is shown: ${w.work}.`,
  similar: (w) => `${w.found} is of the sort of ${w.it}, and something like it will do: ${w.work}.`,
  parts: (w) =>
    `Several parts of ${w.it} are shown, ${w.found} and ${w.other} among them: ${w.work}.`,
  near_narrower: (w) => `${w.isKind}: part of what is asked, shown in its place.`,
  near_broader: (w) => `${w.isPart}: only the broader ${w.found} is shown.`,
  near_related: (w) => `Not ${w.it} itself, but ${w.found}, which is close to it.`,
  claimed: (w) =>
    `Only claimed: ${w.it} stands in a list or profile, and no work, project or study shows it.`,
  partly: (w) => `Only part of this is found: “${w.found}”.`,
  misspelt: (w) => `Most likely meant by “${w.found}”, which is one letter away from ${w.it}.`,
  some_of: (w) => `${w.count}; not found: ${w.missing}.`,
  denied: (w) => `The résumé says that it is not there: “${w.quote}”.`,
  wished: (w) => `Only wished for: “${w.quote}”.`,
  others: (w) => `Somebody else's skill: “${w.quote}”.`,
  absent: () => "Not found anywhere in the résumé.",
  held: () => "Stated, and nothing says that it has lapsed.",
  pending: () => "Not held yet: in progress or applied for.",
  lapsed: (w) => `No longer valid: “${w.quote}”.`,
  degree_met: (w) => `Has the degree that is asked: ${w.foundDegree}${w.inField}.`,
  degree_higher: (w) => `Has a higher degree (${w.foundDegree}) than the ${w.askedDegree} asked.`,
  degree_related: (w) =>
    `Has the level (${w.foundDegree}), in a field next to the one asked${w.inField}.`,
  degree_other_field: (w) =>
    `Has the level (${w.foundDegree}), but in another field than asked${w.inField}.`,
  degree_below: (w) => `${w.foundDegree}, one step below the ${w.askedDegree} asked.`,
  degree_lower: (w) => `${w.foundDegree}, below the ${w.askedDegree} asked.`,
  degree_pending: (w) => `The ${w.foundDegree} is not finished yet.`,
  degree_dropped: (w) => `The ${w.foundDegree} was begun and not finished.`,
  degree_level_only: (w) => `Claims the level of a ${w.foundDegree}, without a diploma.`,
  degree_by_experience: (w) =>
    `No such degree, but ${w.time} of work, which the posting may accept instead.`,
  degree_absent: (w) => `No degree at the level asked (${w.askedDegree}) was found.`,
  language_met: (w) => `${w.spoken} is stated${w.foundLevel}${w.askedLevel}.`,
  language_listed_written: (w) => `${w.spoken} is listed, and the résumé is written in it.`,
  language_unstated: (w) => `${w.spoken} is listed without a level${w.askedLevel}.`,
  language_below: (w) => `${w.spoken} is stated${w.foundLevel}${w.askedLevel}.`,
  language_written: (w) => `${w.spoken} is not stated, but the résumé is written in it.`,
  language_denied: (w) => `The résumé says that ${w.spoken} is not spoken: “${w.quote}”.`,
  language_absent: (w) => `${w.spoken} is not mentioned.`,
  title_held: (w) => `Worked as ${w.it}: ${w.work}.`,
  title_past: (w) => `Worked as ${w.it}: ${w.work}, followed by ${w.ago} of other work.`,
  title_brief: (w) => `Worked as ${w.it}: ${w.work}, a small part of the career.`,
  title_undated: (w) => `Worked as ${w.it}, though no dates stand beside it.`,
  title_near: (w) => `Not as ${w.it} itself, but in work close to it: ${w.found}, ${w.work}.`,
  title_claimed: (w) => `Calls themselves ${w.it}, but no dated job has that title.`,
  craft_shown: (w) => `No title as ${w.it}, but work of that craft, in the quoted words.`,
  craft_studied: (w) => `No job as ${w.it}, but a study of that craft.`,
  title_absent: (w) => `No job as ${w.it} or in an occupation close to it was found.`,
  duty_done: () => "Has done this work, in the quoted words.",
  duty_near: () => "Has done work like it, in the quoted words.",
  duty_absent: () => "No work like this was found.",
  behaviour: () => "Shown by what was done, in the quoted words.",
  buzzword: () => "Named, but nothing that was done shows it.",
  ...CAREER_EN,
  no_behaviour: () => "Neither the word nor behaviour that shows it was found.",
};

const NL: Readonly<Record<string, Sentence>> = {
  shown_in_work: (w) => `Blijkt uit gedateerd werk: ${w.work}.`,
  shown_past: (w) => `Blijkt uit gedateerd werk: ${w.work}, gevolgd door ${w.ago} ander werk.`,
  shown_in_undated_work: () => "Blijkt uit werk, al staan er geen data bij.",
  shown_in_project: () => "Blijkt uit een project of vrijwilligerswerk.",
  shown_in_study: () => "Blijkt uit een opleiding of cursus.",
  shown_in_certificate: () => "Blijkt uit een certificaat.",
  shown_in_told: () => "Blijkt uit iets wat gedaan is, buiten de gedateerde banen.",
  shown_in_claim: () => "Genoemd op het niveau dat gevraagd wordt.",
  listed_supported: () =>
    "Genoemd als vaardigheid, en gedateerd werk van die soort ondersteunt het.",
  years_met: (w) => `${w.work}, waar ${w.asked} gevraagd is.`,
  years_short: (w) => `${w.work}, waar ${w.asked} gevraagd is.`,
  years_undated: (w) =>
    `Blijkt uit werk, maar zonder data, dus de gevraagde ${w.asked} is niet te tellen.`,
  years_claimed: (w) =>
    `Noemt ${w.claimed}, maar geen gedateerd werk laat dat zien; ${w.asked} is gevraagd.`,
  years_not_shown: (w) =>
    `Genoemd, maar geen werk laat het zien, dus van de gevraagde ${w.asked} telt niets.`,
  no_dated_work: () => "Er is geen gedateerd werk gevonden.",
  weak: (w) => `Alleen op basis- of leerniveau, of lang geleden: ${w.it}.`,
  too_weak: (w) => `Alleen een eerste kennismaking met ${w.it}, en geen werk dat het laat zien.`,
  instance: (w) => `${w.isKind}, en dat blijkt: ${w.work}.`,
  similar: (w) => `${w.found} is van de soort van ${w.it}, en zoiets voldoet ook: ${w.work}.`,
  parts: (w) =>
    `Meer delen van ${w.it} blijken uit het werk, waaronder ${w.found} en ${w.other}: ${w.work}.`,
  near_narrower: (w) => `${w.isKind}: een deel van wat gevraagd is, in plaats van het geheel.`,
  near_broader: (w) => `${w.isPart}: alleen het bredere ${w.found} blijkt.`,
  near_related: (w) => `Niet ${w.it} zelf, wel ${w.found}, dat er dicht bij ligt.`,
  claimed: (w) =>
    `Alleen beweerd: ${w.it} staat in een lijst of profiel, maar geen werk, project of studie laat het zien.`,
  partly: (w) => `Slechts een deel hiervan is gevonden: “${w.found}”.`,
  misspelt: (w) => `Waarschijnlijk bedoeld met “${w.found}”, één letter naast ${w.it}.`,
  some_of: (w) => `${w.count}; niet gevonden: ${w.missing}.`,
  denied: (w) => `Het cv zegt zelf dat het er niet is: “${w.quote}”.`,
  wished: (w) => `Alleen een wens: “${w.quote}”.`,
  others: (w) => `Vaardigheid van iemand anders: “${w.quote}”.`,
  absent: () => "Nergens in het cv gevonden.",
  held: () => "Staat er, en niets wijst erop dat het verlopen is.",
  pending: () => "Nog niet behaald: loopt nog of is aangevraagd.",
  lapsed: (w) => `Niet meer geldig: “${w.quote}”.`,
  degree_met: (w) => `Heeft de gevraagde opleiding: ${w.foundDegree}${w.inField}.`,
  degree_higher: (w) =>
    `Heeft een hogere opleiding (${w.foundDegree}) dan de gevraagde ${w.askedDegree}.`,
  degree_related: (w) =>
    `Heeft het niveau (${w.foundDegree}), in een richting naast de gevraagde${w.inField}.`,
  degree_other_field: (w) =>
    `Heeft het niveau (${w.foundDegree}), maar in een andere richting dan gevraagd${w.inField}.`,
  degree_below: (w) => `${w.foundDegree}, één stap onder de gevraagde ${w.askedDegree}.`,
  degree_lower: (w) => `${w.foundDegree}, onder de gevraagde ${w.askedDegree}.`,
  degree_pending: (w) => `De ${w.foundDegree} is nog niet afgerond.`,
  degree_dropped: (w) => `De ${w.foundDegree} is begonnen en niet afgemaakt.`,
  degree_level_only: (w) => `Noemt het niveau van ${w.foundDegree}, zonder diploma.`,
  degree_by_experience: (w) =>
    `Niet die opleiding, wel ${w.time} werk; de vacature kan dat ook goed vinden.`,
  degree_absent: (w) => `Geen opleiding op het gevraagde niveau (${w.askedDegree}) gevonden.`,
  language_met: (w) => `${w.spoken} staat er${w.foundLevel}${w.askedLevel}.`,
  language_listed_written: (w) => `${w.spoken} staat erbij, en het cv is erin geschreven.`,
  language_unstated: (w) => `${w.spoken} staat er zonder niveau bij${w.askedLevel}.`,
  language_below: (w) => `${w.spoken} staat er${w.foundLevel}${w.askedLevel}.`,
  language_written: (w) => `${w.spoken} staat er niet bij, maar het cv is erin geschreven.`,
  language_denied: (w) => `Het cv zegt dat ${w.spoken} ontbreekt: “${w.quote}”.`,
  language_absent: (w) => `${w.spoken} wordt niet genoemd.`,
  title_held: (w) => `Werkte als ${w.it}: ${w.work}.`,
  title_past: (w) => `Werkte als ${w.it}: ${w.work}, gevolgd door ${w.ago} ander werk.`,
  title_brief: (w) => `Werkte als ${w.it}: ${w.work}, een klein deel van de loopbaan.`,
  title_undated: (w) => `Werkte als ${w.it}, al staan er geen data bij.`,
  title_near: (w) =>
    `Niet als ${w.it} zelf, wel in werk dat er dicht bij ligt: ${w.found}, ${w.work}.`,
  title_claimed: (w) => `Noemt zichzelf ${w.it}, maar geen gedateerde baan heeft die titel.`,
  craft_shown: (w) => `Geen titel als ${w.it}, wel werk van dat vak, in de aangehaalde woorden.`,
  craft_studied: (w) => `Geen baan als ${w.it}, wel een opleiding in dat vak.`,
  title_absent: (w) => `Geen baan als ${w.it} of in een beroep dat erop lijkt gevonden.`,
  duty_done: () => "Heeft dit werk gedaan, in de aangehaalde woorden.",
  duty_near: () => "Heeft werk gedaan dat erop lijkt, in de aangehaalde woorden.",
  duty_absent: () => "Geen werk gevonden dat hierop lijkt.",
  behaviour: () => "Blijkt uit wat er gedaan is, in de aangehaalde woorden.",
  buzzword: () => "Genoemd, maar niets wat gedaan is laat het zien.",
  ...CAREER_NL,
  no_behaviour: () => "Noch het woord noch gedrag dat het laat zien is gevonden.",
};

const SENTENCES: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> = {
  en: EN,
  nl: NL,
};

/** Every code that a reason may have. */
export const REASON_CODES: readonly string[] = Object.keys(EN);

/**
 * Says a reason in a sentence for the recruiter.
 *
 * @throws {RangeError} If the reason's code is unknown: our own mistake.
 */
export function sayReason(reason: Reason, language: Language): string {
  const say = SENTENCES[language][reason.code];
  if (say === undefined) {
    throw new RangeError(`Cannot say the reason "${reason.code}": it is unknown`);
  }
  const sentence = say(wordsOf(reason, language)).replace(/\s+/g, " ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function wordsOf({ params }: Reason, language: Language): Words {
  const text = (key: string) => String(params[key] ?? "");
  const count = (key: string) => Number(params[key] ?? 0);
  const it = labelOr(text("skill"), text("term"), language);
  const found = labelOr(text("found"), text("found"), language);
  return {
    it,
    found,
    other: labelOr(text("other"), text("other"), language),
    time: sayMonths(count("months"), language),
    work: sayWork(count("months"), count("roles"), count("current") > 0, language),
    asked: sayMonths(count("asked"), language),
    claimed: sayMonths(count("claimed"), language),
    ago: sayMonths(count("ago"), language),
    rank: text("rank"),
    quote: text("quote").replace(/[.,;:]+$/, ""),
    count: language === "en"
      ? `${sayNumber(count("found"), language)} of the ${
        sayNumber(count("asked"), language)
      } things asked are found at least in part`
      : `${sayNumber(count("found"), language)} van de ${
        sayNumber(count("asked"), language)
      } gevraagde dingen zijn minstens deels gevonden`,
    missing: text("missing"),
    there: sayNumber(count("found"), language),
    of: sayNumber(count("of"), language),
    enough: sayNumber(count("asked"), language),
    jobs: sayJobs(count("roles"), language),
    spoken: languageName(text("language"), language),
    askedLevel: sayLevel(
      text("asked"),
      language === "en" ? ", where %s is asked" : ", waar %s gevraagd is",
      language,
    ),
    foundLevel: sayLevel(text("found"), language === "en" ? " at %s" : " op %s", language),
    askedDegree: degreeName(text("asked"), language),
    foundDegree: degreeName(text("found"), language),
    inField: text("field") === "" ? "" : ` (${text("field")})`,
    isKind: sayKind(text("found"), found, it, language),
    isPart: sayKind(text("skill"), it, found, language),
  };
}

function labelOr(id: string, otherwise: string, language: Language): string {
  return lexicon().skillById(id)?.[language][0] ?? otherwise;
}

/** "Fastify is a Node.js framework"; without a genus "Ward care falls under nursing". */
function sayKind(id: string, narrow: string, broad: string, language: Language): string {
  const genus = lexicon().skillById(id)?.is?.[language];
  if (genus === undefined) {
    return language === "nl" ? `${narrow} valt onder ${broad}` : `${narrow} falls under ${broad}`;
  }
  const whole = joinGenus(broad, genus, language);
  if (language === "nl") return `${narrow} is een ${whole}`;
  return `${narrow} is ${/^[aeio]/i.test(whole) ? "an" : "a"} ${whole}`;
}

/** "Node.js framework", "CRM system", "relational database", "test framework for test automation". */
function joinGenus(broad: string, genus: string, language: Language): string {
  const words = broad.split(" ");
  const last = genus.split(" ").at(-1) ?? genus;
  // A plural may end otherwise: "CRM-systemen", "CRM-systeem".
  const stem = broad.length < 8 ? broad : broad.slice(0, -3);
  if (genus.toLowerCase().startsWith(stem.toLowerCase())) return genus;
  if (words.at(-1)?.toLowerCase().startsWith(last.toLowerCase())) {
    return [...words.slice(0, -1), last].join(" ");
  }
  if (/^[A-Z.]/.test(broad)) return `${broad}${language === "nl" ? "-" : " "}${genus}`;
  return `${genus} ${language === "nl" ? "voor" : "for"} ${broad}`;
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
  nl: [
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
  ],
};

function sayNumber(count: number, language: Language): string {
  return NUMBERS[language][count] ?? String(count);
}

/** "5 years and 10 months", "1 jaar", "7 maanden". */
export function sayMonths(months: number, language: Language): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts: string[] = [];
  if (years > 0) {
    parts.push(language === "en" ? `${years} ${years === 1 ? "year" : "years"}` : `${years} jaar`);
  }
  if (rest > 0 || years === 0) {
    const unit = language === "en"
      ? (rest === 1 ? "month" : "months")
      : (rest === 1 ? "maand" : "maanden");
    parts.push(`${rest} ${unit}`);
  }
  return parts.join(language === "en" ? " and " : " en ");
}

function sayWork(months: number, roles: number, isCurrent: boolean, language: Language): string {
  const time = sayMonths(months, language);
  if (roles === 0) return time;
  const jobs = sayJobs(roles, language);
  const still = language === "en" ? " and still today" : ", nog steeds";
  return `${time} ${jobs}${isCurrent ? still : ""}`;
}

function sayJobs(roles: number, language: Language): string {
  if (language === "en") {
    return roles === 1 ? "in one job" : `across ${sayNumber(roles, language)} jobs`;
  }
  return roles === 1 ? "in één baan" : `over ${sayNumber(roles, language)} banen`;
}

function languageName(code: string, language: Language): string {
  const id = lexicon().languageByCode(code);
  return id === null ? code : labelOr(id, code, language);
}

function sayLevel(level: string, around: string, language: Language): string {
  if (level === "" || DEGREE_LEVELS.includes(level as DegreeLevel)) return "";
  const name = level === "native"
    ? (language === "en" ? "native level" : "moedertaalniveau")
    : level;
  return around.replace("%s", name);
}

function degreeName(level: string, language: Language): string {
  return DEGREE_NAMES[level as DegreeLevel]?.[language] ?? level;
}
