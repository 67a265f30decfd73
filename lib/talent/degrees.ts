import { findDateRanges, findDates, type Now } from "./dates.ts";
import type { DegreeLevel } from "./degree_levels.ts";
import { keysOf, Phrases } from "./phrases.ts";
import type { Section } from "./sections.ts";
import { bulletLength, lines, type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";

/** An education that a résumé names. */
export interface Degree extends Span {
  readonly level: DegreeLevel;
  /** "dropped": begun and left. "level": a level of work or thinking, no diploma. */
  readonly status: "done" | "pending" | "dropped" | "level";
  /** The line (and the one after it where the field stands there) that tells what was studied. */
  readonly about: Span;
}

interface Name {
  readonly level: DegreeLevel;
  /** Ordinary words too ("master", "degree"): a degree only beside words of study. */
  readonly isLoose: boolean;
}

const NAMES = new Phrases<Name>();

function names(level: DegreeLevel, list: string, isLoose = false): void {
  for (const name of list.split("|")) NAMES.add(keysOf(tokenize(name.trim())), { level, isLoose });
}

names(
  "doctorate",
  "phd | ph.d | ph.d. | ph. d | dphil | doctorate | doctoral degree | doctor of philosophy | doctor of | promotieonderzoek | gepromoveerd",
);
names(
  "master",
  "master of science | master of arts | master of business administration | master of engineering | master of education | master of laws | master of | masters of | masters degree | master degree | masters in | master in | master s degree | msc | m.sc | m.sc. | m.s. | m.a. | m.eng | meng | mphil | m.phil | mba | m.b.a | emba | " +
    "m.tech | mtech | m.com | mcom | m.ed | med. | mca | mres | llm | ll.m | postgraduate | post graduate | pgdm | postgraduate diploma | doctorandus | doctoraal | wo master | universitaire master | hbo master | masteropleiding | masterdiploma | licentiaat | licentiate | magister | magistr | diplom | juris doctor | j.d.",
);
names(
  "master",
  "master | masters | ma | ms | drs | wo | universitaire opleiding | universitair | graduate degree",
  true,
);
names(
  "bachelor",
  "bachelor of science | bachelor of arts | bachelor of business administration | bachelor of engineering | bachelor of technology | bachelor of education | bachelor of commerce | bachelor of laws | bachelor of nursing | bachelor of | bachelors of | bachelors degree | bachelor degree | bachelors | bachelor | bachelor s degree | bsc | b.sc | b.sc. | b.s. | b.s | b.a. | b.a | " +
    "b.eng | beng | b.e. | b.tech | btech | b.com | bcom | b.ed | bba | b.b.a | bca | bfa | b.f.a | llb | ll.b | undergraduate degree | university degree | college degree | honours degree | hbo | hbo v | hbov | hbo bachelor | hbo opleiding | hbo diploma | hoger beroepsonderwijs | hogere beroepsopleiding | heao | hts | hpo | hbo ict | wo bachelor | pabo | baccalaureate | licence professionnelle | laurea | inzynier | kandidaats | bachelordiploma",
);
names(
  "bachelor",
  "ba | bs | be | degree in | degree | graduated in | graduated from | afgestudeerd | graduate of | universiteit | university | hogeschool",
  true,
);
names(
  "associate",
  "associate degree | associates degree | associate s degree | associate of arts | associate of science | associate of applied science | associate of | associates of | associate in | hnd | higher national diploma | foundation degree | a.a. | a.s. | a.a.s. | dut | bts",
);
names("associate", "aas | ad", true);
names(
  "mbo4",
  "mbo 4 | mbo4 | mbo niveau 4 | mbo n4 | niveau 4 | mbo level 4 | mts | meao | technikum | nvq 3 | nvq level 3 | btec | btec national | middenkaderopleiding | inservice verpleegkunde | a verpleegkundige | diploma of | advanced diploma | vocational diploma | technical diploma | culinary diploma | diploma in | baccalaureat professionnel | fachabitur | staatlich gepruft",
);
names(
  "mbo3",
  "mbo 3 | mbo3 | mbo niveau 3 | niveau 3 | mbo | roc | verzorgende ig | vig | apprenticeship | ausbildung | trade certificate | city & guilds | vocational school | vocational training | vocational | trade school | leerlingwezen | cap cuisine",
);
names(
  "mbo2",
  "mbo 2 | mbo2 | mbo niveau 2 | niveau 2 | nvq 2 | nvq level 2 | mbo 1 | niveau 1 | lts | lbo | leao | helpende",
);
names(
  "secondary",
  "high school diploma | high school | secondary school | secondary education | secondary | grammar school | sixth form | ged | g.e.d | gcse | gcses | a levels | a level | o levels | havo | vwo | vmbo | vmbo t | vmbo tl | mavo | atheneum | gymnasium | lyceum | abitur | matura | matric | higher secondary | hsc | ssc | ssc | middelbare school | international baccalaureate",
);

/** Words that make a loose name one of a study. */
const STUDY_WORDS = new Set(
  ("degree diploma university universiteit college hogeschool school institute instituut faculty academy academie opleiding studie studied studeerde gestudeerd graduated afgestudeerd behaald rijksuniversiteit recht rechten law honours hons cum laude gpa thesis scriptie propedeuse science arts engineering business administration economics education computer")
    .split(" "),
);
const SCHOOLS = new Set(["universiteit", "university", "hogeschool"]);
const NOT_A_MASTER = new Set(
  "scrum web quiz toast data harbour station black pay band black-belt belt green yard dungeon post"
    .split(" "),
);
const SHORT =
  /^(?:ma|ms|ba|bs|be|ad|aas|wo|drs|vig|roc|lts|lbo|mts|hts|ssc|hsc|ged|dut|bts|med|mca|bca)$/;

const PENDING =
  /\b(?:expected|expecting|anticipated|in progress|ongoing|pursuing|candidate|currently (?:studying|enrolled|completing|pursuing)|to be completed|final year|student at|verwacht|verwachte|bezig|lopend|nog te behalen|student|studerend|in opleiding|huidige? studie|laatste jaar|afronding|momenteel|studeer|volg nu|leerling)\b/i;
const DROPPED =
  /\b(?:not completed|incomplete|unfinished|did not (?:finish|complete|graduate)|dropped out|no degree|without (?:a )?(?:degree|diploma)|discontinued|left early|niet afgerond|niet afgemaakt|niet voltooid|niet behaald|afgebroken|gestopt|gestaakt|zonder diploma|geen diploma|onvoltooid|alleen propedeuse|propedeuse behaald|some college|credits towards|coursework towards)\b/i;
const LEVEL_ONLY =
  /(?:werk[- ]? en denkniveau|denkniveau|working level|level of thinking|equivalent level)/i;

const KINDS = new Set(["education", "summary", "certificates", "other", "skills", "experience"]);

/** Every name outside a section of education holds one of these. */
const HINT =
  /\b(?:(?:ph\.? ?d|m|b|j|a|g)\.|(?:phd|dphil|msc|ma|ms|mba|meng|mphil|emba|mtech|mcom|med|mca|mres|llm|llb|pgdm|wo|drs|bsc|ba|bs|be|bba|bca|bfa|btech|bcom|beng|hbov?|heao|hts|hpo|pabo|hnd|aas|ad|dut|bts|mbo\d?|mts|meao|nvq|btec|roc|vig|cap|lts|lbo|leao|ged|gcses?|havo|vwo|vmbo|mavo|hsc|ssc|ll)\b|doctor|promotieo|gepromoveerd|master|post|universi|graduat|licenti|licence prof|magist|diplom|juris|bachelor|undergrad|college|honours|hoger|baccal|laurea|inzynier|inżynier|kandidaats|degree|afgestudeerd|associat|foundation|niveau|technikum|midden|inservice|vocational|fach|staatlich|verzorgende|apprentice|ausbildung|trade |city &|leerling|helpende|high school|secondary|grammar|sixth|a[ -]level|o[ -]level|athen|gymnas|lyceum|abitur|matur|matric|middelbare|international bac)/i;

/** Finds what a résumé says of its owner's education, line by line. */
export function readDegrees(text: string, sections: readonly Section[], now: Now): Degree[] {
  const found: Degree[] = [];
  for (const { kind, body } of sections) {
    if (!KINDS.has(kind)) continue;
    const all = lines(text, body);
    for (let at = 0; at < all.length; at++) {
      const line = all[at];
      if (line !== undefined && (kind !== "experience" || opensWithDegree(text, line))) {
        found.push(...degreesIn(text, line, all[at + 1], kind === "education", now));
      }
    }
  }
  return found;
}

/** Among roles, a degree stands at the start of a line of its own: "Diploma: Master …". */
function opensWithDegree(text: string, line: Span): boolean {
  const opening = text.slice(line.start, Math.min(line.end, line.start + 64));
  if (bulletLength(opening) > 0) return false;
  const tokens = tokenize(opening);
  return [0, 1, 2, 3].some((at) => NAMES.at(tokens, at).length > 0);
}

function degreesIn(
  text: string,
  line: Span,
  next: Span | undefined,
  isEducation: boolean,
  now: Now,
): Degree[] {
  const window = { start: line.start, end: Math.min(line.end, line.start + 2_000) };
  if (!isEducation && !HINT.test(text.slice(window.start, window.end))) return [];
  const tokens = tokenize(text, window);
  const found: (Degree & { isSchool: boolean })[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const hit = NAMES.at(tokens, at)[0];
    const name = hit?.values[0];
    if (hit === undefined || name === undefined) continue;
    if (isName(text, tokens, hit.from, hit.to, name, isEducation)) {
      const about = aboutOf(text, tokens, hit.to, window, next);
      found.push({
        isSchool: SCHOOLS.has(tokens[hit.from]?.text ?? ""),
        level: name.level,
        status: statusOf(text, tokens, hit.from, about, now),
        start: window.start,
        end: clauseEnd(tokens, hit.to, window),
        about,
      });
    }
    at = hit.to - 1;
  }
  return withoutSchools(found);
}

/** Where the words about one degree end: at a semicolon, a bullet or a sentence's end. */
function clauseEnd(tokens: readonly Token[], from: number, line: Span): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const isStop = token.text === "." && tokens[at + 1]?.glued !== true && at > from + 1 &&
      (tokens[at - 1]?.kind !== "word" || (tokens[at - 1]?.text.length ?? 0) > 2);
    if (token.text === ";" || token.text === "•" || token.text === "|" || isStop) {
      return token.start;
    }
  }
  return line.end;
}

/** Where the words about the degree at token `to` start: after the sentence before. */
function clauseStart(tokens: readonly Token[], to: number): number {
  for (let at = to - 1; at >= Math.max(0, to - 12); at--) {
    const token = tokens[at];
    const isStop = token?.text === "." && tokens[at + 1]?.glued !== true;
    if (isStop || token?.text === ";" || token?.text === "•") return token.end;
  }
  return tokens[Math.max(0, to - 12)]?.start ?? 0;
}

function isName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  name: Name,
  isEducation: boolean,
): boolean {
  const token = tokens[from];
  const before = tokens[from - 1]?.text ?? "";
  if (token === undefined) return false;
  const word = token.text;
  const written = text.slice(token.start, token.end);
  if (to - from === 1 && SHORT.test(word) && !/^\p{Lu}/u.test(written)) return false;
  if (word.startsWith("master") && NOT_A_MASTER.has(before)) return false;
  if (word === "helpende" || word === "a" || word === "secondary" || word === "vocational") {
    if (!isEducation) return false;
  }
  if (!name.isLoose) return true;
  if (SCHOOLS.has(word)) return isEducation;
  if (word === "ms" && NOT_DEGREE_AFTER_MS.has(tokens[to]?.text ?? "")) return false;
  if (isEducation && word !== "degree") return true;
  if (word === "degree" && tokens[to]?.text === "of") return false;
  return [...tokens.slice(Math.max(0, from - 3), from), ...tokens.slice(to, to + 5)]
    .some((one) => STUDY_WORDS.has(one.text));
}

const NOT_DEGREE_AFTER_MS = new Set(
  "office excel word sql project access outlook powerpoint dynamics teams windows visio".split(" "),
);

/** The field of study: the rest of the clause, and the next line when little stands here. */
function aboutOf(
  text: string,
  tokens: readonly Token[],
  to: number,
  line: Span,
  next: Span | undefined,
): Span {
  const end = clauseEnd(tokens, to, line);
  const rest = tokens.filter(({ start, kind }) => start < end && kind === "word").length;
  const isClose = next !== undefined && next.end - next.start < 90 &&
    /^[ \t]*\r?\n[ \t]*$/.test(text.slice(line.end, next.start));
  if (rest <= 3 && isClose && NAMES.at(tokenize(text, next), 0).length === 0) {
    return { start: line.start, end: next.end };
  }
  return { start: line.start, end };
}

function statusOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  about: Span,
  now: Now,
): Degree["status"] {
  const words = text.slice(Math.max(about.start, clauseStart(tokens, from)), about.end);
  if (DROPPED.test(words)) return "dropped";
  if (LEVEL_ONLY.test(words)) return "level";
  if (
    /\b(?:diploma behaald|behaald|graduated|completed|afgerond)\b/i.test(words) &&
    !PENDING.test(words)
  ) {
    return "done";
  }
  if (PENDING.test(words)) return "pending";
  const ranges = findDateRanges(words, now);
  if (ranges.some(({ current }) => current)) return "pending";
  const isLater = findDates(words).some(({ year, month }) =>
    year * 12 + (month ?? 0) > now.calendarMonth
  );
  return isLater ? "pending" : "done";
}

/** "BSc, Lund University": the school says nothing more when a degree stands beside it. */
function withoutSchools(found: readonly (Degree & { isSchool: boolean })[]): Degree[] {
  const named = found.filter(({ isSchool }) => !isSchool);
  return (named.length > 0 ? named : found.slice(0, 1)).map((
    { level, status, start, end, about },
  ) => ({ level, status, start, end, about }));
}
