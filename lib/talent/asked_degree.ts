import { keysOf, Phrases } from "./phrases.ts";
import { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";
import { type Token, tokenize } from "./text.ts";
import { DETERMINERS, isContentWord, PRAISE } from "./words.ts";
import type { Span } from "./types.ts";

/** A degree that a text asks for. */
export interface AskedDegree extends Span {
  /** The lowest level that will do. */
  readonly level: DegreeLevel;
  /** As written; empty when any field will do. */
  readonly fields: readonly string[];
  /** Whether experience of that level will do as well. */
  readonly orEquivalent: boolean;
  /** Tokens `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

const NAMES: Readonly<Record<DegreeLevel, string>> = {
  secondary:
    "high school diploma | high school degree | high school | secondary school diploma | secondary education | ged | vmbo | mavo | havo | vwo | a levels | gymnasium | middelbare school | lbo",
  mbo2: "mbo niveau 2 | mbo 2 | mbo2 | niveau 2 diploma",
  mbo3:
    "mbo niveau 3 | mbo 3 | mbo3 | mbo | mbo werk en denkniveau | vocational degree | vocational education | vocational diploma | vocational training | mts | meao",
  mbo4: "mbo niveau 4 | mbo 4 | mbo4 | mbo plus",
  associate:
    "associates degree | associate degree | associate of arts | associate of science | associates | associate s degree | ad diploma | ad opleiding | 2 year degree | two year degree",
  bachelor:
    "bachelor of science | bachelor of arts | bachelors of science | bachelors of arts | bachelors degree | bachelor degree | bachelors | bachelor | bachelor s degree | bachelordiploma | bachelorniveau | bacheloropleiding | bsc | b.sc | b.s | b.a | b.e | b.tech | btech | beng | b.eng | bcom | b.com | bba | ba/bs | bs/ba | bs/ms | bs/ba degree | ba degree | bs degree | ba in | bs in | " +
    "undergraduate degree | university degree | first level degree | first level university degree | college degree | 4 year degree | four year degree | degree in | degree | hbo | hbo diploma | hogeschool | hbo opleiding | hogere beroepsopleiding | college or university | accredited college | accredited university | university education | college education | hts | heao | honours degree",
  master:
    "master of science | master of arts | masters degree | master degree | masters | masterdiploma | masteropleiding | masterniveau | masters level | msc | m.sc | m.s | mba | m.b.a | m.a | m.eng | ms degree | ms in | ma in | ma degree | master in | master of | completed master | afgeronde master | voltooide master | behaalde master | een master | relevante master | graduate degree | advanced degree | advanced university degree | postgraduate degree | post graduate degree | postgraduate | " +
    "doctoraal | universitaire opleiding | universitair diploma | universitair niveau | academisch | academische opleiding | academisch niveau | academisch werk en denkniveau | academische achtergrond | universitair | universitaire | wo opleiding | wo niveau | wo diploma | wo master | wo bachelor | wo werk en denkniveau | wo denkniveau | wo werk | wo geschoold",
  doctorate:
    "phd | ph.d | doctorate | doctoral degree | doctor of philosophy | gepromoveerd | promotie onderzoek",
};

const LEVELS = new Phrases<DegreeLevel>();
for (const level of DEGREE_LEVELS) {
  for (const name of NAMES[level].split(/\s*\|\s*/)) LEVELS.add(keysOf(tokenize(name)), level);
}

/** What may stand between the names of two levels, or after the last one. */
const LINKS = new Set(
  ("/ , or of and en - – ( ) + bij voorkeur preferably werk denkniveau denk niveau level opleiding opleidingsniveau diploma degree degrees minimaal " +
    "equivalent higher hoger vergelijkbaar gelijkwaardig een a an the afgeronde completed relevante relevant ten minste achtergrond hbo mbo wo bachelor master geschoold s diplomas werken denken op")
    .split(" "),
);
const FIELD_OPENERS = new Set([
  "in",
  "of",
  "richting",
  "bijvoorbeeld",
  "bijv",
  "zoals",
  "such",
  "eg",
  "binnen",
  "op",
  "field",
  "studierichting",
  "major",
  "like",
  ":",
  "(",
]);
const FIELD_STOPS = new Set(
  ("with and/or one two three four five six at least over minimum een twee drie vier vijf required preferred plus from is are bij met aangevuld minimum at least desired must with who for vereist gewenst noodzakelijk of from either highly strongly obtained met behaald verplicht " +
    "preferably ideally desirable bij pre pluspunt + years year jaar experience ervaring via aan werk accepted acceptable ok sufficient held vereiste")
    .split(" "),
);
const EQUIVALENT = new Phrases<true>();
for (
  const phrase
    of ("or equivalent | or the equivalent | or comparable | equivalent experience | equivalent combination | equivalent work | or similar experience | or relevant experience | " +
      "combination of education | combination of experience | of vergelijkbaar | of gelijkwaardig | of vergelijkbare ervaring | werk en denkniveau | denkniveau | of aantoonbare ervaring | werk denkniveau | or matching experience | with matching experience | equivalent practical")
      .split(" | ")
) EQUIVALENT.add(keysOf(tokenize(phrase)), true);

/**
 * Finds the degree that a sentence asks for. Where several would do ("hbo/wo", "bachelor or
 * master"), the lowest of them counts.
 *
 * @returns Null when the sentence names no level of education.
 */
export function readAskedDegree(
  text: string,
  tokens: readonly Token[] = tokenize(text),
): AskedDegree | null {
  const first = firstLevel(text, tokens);
  if (first === null) return null;
  let level = first.level;
  let to = first.to;
  for (let at = to; at < tokens.length;) {
    const next = levelAt(text, tokens, at);
    if (next !== null) {
      level = lower(level, next.level);
      to = at = next.to;
    } else if (
      LINKS.has(tokens[at]?.text ?? "") || isAttachedField(tokens, at) ||
      isNumberOfLevel(tokens, at)
    ) at++;
    else break;
  }
  to = Math.max(to, endOfLinks(tokens, to), endOfNumber(tokens, to));
  level = withNumber(tokens, level, first.from, to);
  const fields = readFields(text, tokens, first.from, to);
  const from = withFieldBefore(text, tokens, first, fields.names);
  const end = fields.to;
  const start = tokens[from];
  const last = tokens[end - 1];
  if (start === undefined || last === undefined) return null;
  const orEquivalent = tokens.some((_, at) => at >= from && EQUIVALENT.at(tokens, at).length > 0);
  return {
    level,
    fields: fields.names,
    orEquivalent,
    from,
    to: end,
    start: start.start,
    end: last.end,
  };
}

interface LevelHit {
  readonly level: DegreeLevel;
  readonly from: number;
  readonly to: number;
}

const SCHOOLS = new Set(["accredited", "college", "university", "hogeschool"]);

/** The first level; where only a school is named ("an accredited college"), the level after it. */
function firstLevel(text: string, tokens: readonly Token[]): LevelHit | null {
  let school: LevelHit | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const hit = levelAt(text, tokens, at);
    if (hit === null) continue;
    const word = tokens[hit.from]?.text ?? "";
    const isSchool = SCHOOLS.has(word) && tokens[hit.to - 1]?.text !== "degree";
    if (!isSchool) return hit;
    school ??= hit;
    at = hit.to - 1;
  }
  return school;
}

function levelAt(text: string, tokens: readonly Token[], at: number): LevelHit | null {
  const hit = LEVELS.at(tokens, at)[0];
  const level = hit?.values[0];
  if (hit === undefined || level === undefined || !isDegree(text, tokens, hit.from, hit.to)) {
    return null;
  }
  return { level, from: hit.from, to: hit.to };
}

const OTHER_MASTERS = new Set([
  "scrum",
  "web",
  "harbour",
  "data",
  "quiz",
  "toast",
  "post",
  "head",
  "band",
]);
const OTHER_DEGREES = new Set([
  "high",
  "some",
  "360",
  "certain",
  "great",
  "large",
  "greater",
  "lesser",
  "higher",
]);

/** Whether the words at hand name a degree here: not "a high degree of", "scrum masters". */
function isDegree(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const token = tokens[from];
  const before = tokens[from - 1]?.text ?? "";
  if (token === undefined) return false;
  if (token.text === "degree") return !OTHER_DEGREES.has(before) && tokens[to]?.text !== "of";
  if (token.text.startsWith("master")) return !OTHER_MASTERS.has(before);
  if (/^(?:ms|ma|ba|bs|wo|b|m|hts|mts|ged)$/.test(token.text)) {
    return /^[A-Z]/.test(text.slice(token.start, token.end)) || token.text === "wo";
  }
  return token.text !== "postgraduate" || tokens[to]?.text !== "students";
}

function lower(a: DegreeLevel, b: DegreeLevel): DegreeLevel {
  const mbo = a === "mbo3" && b === "bachelor" || b === "mbo3" && a === "bachelor";
  if (mbo) return "mbo4"; // "mbo/hbo" means the top of the one and the floor of the other
  return DEGREE_LEVELS.indexOf(a) <= DEGREE_LEVELS.indexOf(b) ? a : b;
}

/** "hbo-verpleegkunde": a field written together with its level. */
function isAttachedField(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return token?.kind === "word" && token.glued && before?.text === "-" && before.glued;
}

function endOfLinks(tokens: readonly Token[], from: number): number {
  let end = from;
  const steps = new Set([
    "-",
    "werk",
    "denkniveau",
    "denk",
    "niveau",
    "en",
    "and",
    "opleiding",
    "opleidingsniveau",
    "diploma",
    "degree",
    "level",
    "of",
    "or",
    "hoger",
    "higher",
    "geschoold",
    "achtergrond",
  ]);
  for (let at = from; at < tokens.length && steps.has(tokens[at]?.text ?? ""); at++) {
    if (!["-", "en", "and", "of", "or"].includes(tokens[at]?.text ?? "")) end = at + 1;
  }
  return end;
}

/** "nursing degree", "Engineering degree": a field before the bare word. */
function withFieldBefore(
  text: string,
  tokens: readonly Token[],
  { from }: LevelHit,
  names: string[],
): number {
  const before = tokens[from - 1];
  if (tokens[from]?.text !== "degree" || before?.kind !== "word" || names.length > 0) return from;
  if (!isContentWord(before.text) || before.text.length < 3) return from;
  names.push(text.slice(before.start, before.end));
  return from - 1;
}

/** "niveau 4", before "of hbo". */
function isNumberOfLevel(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== "number") return false;
  const before = tokens[at - 1]?.text ?? "";
  // "niveau 3 of 4"
  return before === "niveau" ||
    ["of", "/", "-"].includes(before) && tokens[at - 2]?.kind === "number";
}

/** Where "-verpleegkundige niveau 4" after a level ends. */
function endOfNumber(tokens: readonly Token[], from: number): number {
  let at = from;
  if (isNumberOfLevel(tokens, at + 1) && tokens[at - 1]?.kind === "number") return at + 2;
  if (isAttachedField(tokens, at + 1)) at += 2;
  if (tokens[at]?.text === "niveau" && tokens[at + 1]?.kind === "number") return at + 2;
  return at === from ? from : at;
}

/** "mbo-verpleegkundige niveau 4": the number stands apart from its level. */
function withNumber(
  tokens: readonly Token[],
  level: DegreeLevel,
  from: number,
  to: number,
): DegreeLevel {
  if (!level.startsWith("mbo")) return level;
  for (let at = from; at < Math.min(tokens.length, to + 5); at++) {
    if (tokens[at]?.text !== "niveau" && tokens[at]?.text !== "mbo") continue;
    const number = tokens[at + 1]?.text === "-" ? tokens[at + 2]?.text : tokens[at + 1]?.text;
    if (number === "2") return "mbo2";
    if (number === "3") return "mbo3";
    if (number === "4") return "mbo4";
  }
  return level;
}

function readFields(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { names: string[]; to: number } {
  const names: string[] = [];
  for (let at = from; at < to; at++) {
    if (isAttachedField(tokens, at)) addField(text, tokens, at, at + 1, names);
  }
  let at = skipEquivalent(tokens, to);
  while (
    tokens[at]?.text === "niveau" || tokens[at]?.kind === "number" || tokens[at]?.text === "," ||
    tokens[at]?.text === "-"
  ) at++;
  const opener = tokens[at]?.text ?? "";
  const isOpened = FIELD_OPENERS.has(opener) || opener === "preferably";
  const isAttached =
    /^\p{Lu}/u.test(text.slice(tokens[at]?.start ?? 0, (tokens[at]?.start ?? 0) + 2)) ||
    to === at && tokens[at]?.kind === "word" && isContentWord(opener);
  if (!isOpened && !isAttached) return { names, to };
  return collectFields(text, tokens, isOpened ? at : at - 1, to, names);
}

/** "degree or equivalent in Finance": the field comes after. */
function skipEquivalent(tokens: readonly Token[], at: number): number {
  const skip = tokens[at]?.text === "or" || tokens[at]?.text === "of" ? at + 1 : at;
  const word = tokens[skip]?.text ?? "";
  if (word !== "equivalent" && word !== "gelijkwaardig") return at;
  return tokens[skip + 1]?.text === ")" ? skip + 2 : skip + 1;
}

/** Walks over "(in) statistics, mathematics or a related field". */
function collectFields(
  text: string,
  tokens: readonly Token[],
  opener: number,
  to: number,
  names: string[],
): { names: string[]; to: number } {
  let start = opener + 1;
  let end = to;
  for (let at = start; at <= tokens.length && at - opener < 40; at++) {
    const word = tokens[at]?.text ?? ".";
    const isBreak = [",", "or", "of", "and", "en", "/", "(", ")", "&"].includes(word);
    const isStop = at === tokens.length || [".", ";", ":", "!", "?", "•", "*"].includes(word) ||
      !isBreak && FIELD_STOPS.has(word) || tokens[at]?.kind === "number";
    if (!isBreak && !isStop) continue;
    if (at > start && addField(text, tokens, start, at, names)) end = word === ")" ? at + 1 : at;
    if (isStop || word === ")" || at - start > 6 || opensNext(tokens, at)) break;
    start = at + 1;
  }
  return { names, to: end };
}

/** "… in education and a valid certificate": what follows is another demand. */
function opensNext(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text;
  const next = tokens[at + 1]?.text ?? "";
  if (NOT_FIELDS.has(tokens[at + 2]?.text ?? "")) return false;
  if (word === "," && (next === "or" || next === "of")) {
    return DETERMINERS.has(tokens[at + 2]?.text ?? "") &&
      !NOT_FIELDS.has(tokens[at + 3]?.text ?? "");
  }
  if (word !== "and" && word !== "en" && word !== "," && word !== "or") return false;
  return DETERMINERS.has(next) || PRAISE.has(next) && !NOT_FIELDS.has(next);
}

const NOT_FIELDS = new Set([
  "equivalent",
  "related",
  "similar",
  "comparable",
  "higher",
  "hoger",
  "vergelijkbaar",
  "verwant",
  "verwante",
  "niveau",
  "relevante",
  "relevant",
  "vergelijkbare",
  "soortgelijke",
  "university",
  "universiteit",
  "another",
]);

/** Adds a field; a "related field" is none but belongs to the phrase. */
function addField(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  names: string[],
): boolean {
  let start = from;
  while (
    start < to && !isContentWord(tokens[start]?.text ?? "") &&
    !NOT_FIELDS.has(tokens[start]?.text ?? "")
  ) start++;
  const words = tokens.slice(start, to);
  if (words.some(({ text }) => NOT_FIELDS.has(text))) return true;
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 5) {
    return words.length === 0 && to > from;
  }
  if (LEVELS.at(tokens, start).length > 0) return false;
  const name = text.slice(first.start, last.end);
  if (name.length > 2 || /^\p{Lu}+$/u.test(name)) { if (!names.includes(name)) names.push(name); }
  return true;
}
