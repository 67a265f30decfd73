import { type Cue, CUES, type Reach } from "./denial_cues.ts";
import { type Sentence, type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";
import { verbBase } from "./words.ts";

/**
 * Why words of a résumé do not count as experience: the writer denies it, only wishes for it, or
 * tells of others who have it. "weak" words count for less: basic, some, a course in progress.
 */
export type Doubt = "denied" | "wished" | "others" | "weak";

/** Words under a doubt, and the words that cause it. */
export interface DoubtSpan extends Span {
  readonly doubt: Doubt;
  readonly cue: Span;
  /** Whether others are those who do it, not those with whom it is done. */
  readonly isTheirs?: boolean;
}

/** The writer was one of them. */
const ONE_OF_THEM = new Set(
  "in as als within binnen part member lid deel onderdeel vanuit".split(" "),
);

const PEOPLE = new Set(
  ("executives representatives team teams department departments developers programmers engineers designers analysts scientists specialists consultants nurses technicians administrators managers colleagues colleague staff " +
    "employees people squad squads experts professionals accountants teachers bookkeepers recruiters testers architects electricians drivers chefs cooks mechanics carers planners freelancers contractors " +
    "interns students volunteers doctors physicians surgeons therapists lawyers attorneys auditors marketers salespeople researchers candidates applicants welders carpenters plumbers operators clerks buyers controllers paralegals pharmacists " +
    "developer engineer programmer analyst nurse designer accountant specialist technician " +
    "afdeling afdelingen ontwikkelaars programmeurs ontwerpers analisten wetenschappers adviseurs verpleegkundigen verzorgenden medewerkers collegas monteurs specialisten technici beheerders docenten leraren " +
    "leerkrachten chauffeurs koks stagiairs stagiaires vrijwilligers artsen therapeuten juristen onderzoekers kandidaten lassers timmerlieden loodgieters elektriciens inkopers verkopers boekhouders accountants planners " +
    "ontwikkelaar programmeur verpleegkundige wijkteams wijkteam zorgteam zorgteams artsenteam")
    .split(" "),
);

const STOP_WORDS = new Set(
  "but however although though while whereas except until because so yet then when where which who since despite still maar echter hoewel terwijl behalve tenzij totdat want dus doch wel waar wanneer die dat omdat waarbij waarmee tot"
    .split(" "),
);

/** What opens a new clause after a comma. */
const CLAUSE_OPENERS = new Set(
  ("i im ive ik we wij my mijn did do have had has heb had was were am is been ben wel with and or en of strong good excellent extensive solid experienced skilled proficient several two three four five six seven eight nine ten " +
    "goed sterk ruim ruime uitgebreid uitgebreide veel ervaren twee drie vier vijf zes zeven acht negen tien fluent vloeiend used built worked responsible certified gewerkt gecertificeerd he she hij zij currently now nu specialised specialized in lots mainly mostly vooral")
    .split(" "),
);
const AFTER_AND = new Set(
  "i im ive ik we wij did have had heb was am ben wel strong good excellent extensive solid experienced skilled proficient goed sterk ruime uitgebreide veel worked used built werkte"
    .split(" "),
);
const FILLERS = new Set(
  "with in of on at the a an any at all so far yet me mee met de het een van op in mij dit daar hier ik heb had ben nog i have ever before eerder required needed it them these those ermee daarmee hiermee professional"
    .split(" "),
);
const NEAR_TOKENS = 4;
/** Clauses are shorter; a text without marks must not make every cue look through all of it. */
const MAX_CLAUSE = 60;

/**
 * Finds the words of a résumé that do not show what they name, sentence by sentence.
 *
 * @param sentences In order, none over another.
 * @param words The tokens of the whole text.
 * @returns Sorted by start; spans of different doubts may overlap.
 */
export function findDoubts(
  text: string,
  sentences: readonly Sentence[],
  words: readonly Token[] = tokenize(text),
): DoubtSpan[] {
  const found: DoubtSpan[] = [];
  let before: Sentence | null = null;
  let next = 0;
  for (const sentence of sentences) {
    while ((words[next]?.start ?? Infinity) < sentence.start) next++;
    const first = next;
    while ((words[next]?.start ?? Infinity) < sentence.end) next++;
    const tokens = words.slice(first, next);
    findCues(tokens, found, before === null ? null : sameLine(text, before, sentence));
    findFormer(tokens, found);
    findOtherSubject(tokens, found);
    findColleague(tokens, found);
    findOtherDoers(tokens, found);
    before = sentence;
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The sentence before, when "no experience with it" in this one can mean what it names. */
function sameLine(text: string, before: Sentence, sentence: Sentence): Span | null {
  const gap = text.slice(before.end, sentence.start);
  return gap.length <= 2 && !gap.includes("\n") ? before : null;
}

/** One walk for all cues; a doubt's words and the words for working with others may overlap. */
function findCues(tokens: readonly Token[], found: DoubtSpan[], before: Span | null): void {
  let doubtsFrom = 0;
  let othersFrom = 0;
  for (let at = 0; at < tokens.length; at++) {
    let isDoubt = at >= doubtsFrom;
    for (const { from, to, values } of CUES.at(tokens, at)) {
      for (const cue of values) {
        if (cue === "with others") {
          if (at < othersFrom) continue;
          othersFrom = to;
          if (!isOneOfThem(tokens, from)) markPeople(tokens, from, to, found);
        } else if (isDoubt) {
          doubtsFrom = to;
          markDoubt(tokens, { from, to, cue }, before, found);
        }
      }
      // The longest phrase decides; "no" within "no problem" is no denial.
      if (doubtsFrom > at) isDoubt = false;
    }
  }
}

function markDoubt(
  tokens: readonly Token[],
  { from, to, cue }: { from: number; to: number; cue: Cue },
  before: Span | null,
  found: DoubtSpan[],
): void {
  if (cue.doubt === "safe") return;
  const scope = scopeOf(tokens, from, to, cue.reach) ??
    (cue.reach === "clause" && from === 0 && isAnaphoric(tokens, to) ? before : null);
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (scope === null || first === undefined || last === undefined) return;
  found.push({ ...scope, doubt: cue.doubt, cue: { start: first.start, end: last.end } });
}

function scopeOf(tokens: readonly Token[], from: number, to: number, reach: Reach): Span | null {
  const end = reach === "back" ? nextComma(tokens, to) : clauseEnd(tokens, to);
  const isLast = countContent(tokens, to, end) === 0;
  if (reach === "back" || (reach === "clause" && isLast)) {
    return isLast ? spanOf(tokens, clauseStart(tokens, from), from) : null;
  }
  if (isLast) return null;
  const near = reach === "near" ? nearEnd(tokens, to, end) : end;
  return spanOf(tokens, to, near);
}

/** "… with it": what is meant stands in the sentence before. */
function isAnaphoric(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + MAX_CLAUSE).some(({ text }) => ANAPHORS.has(text));
}

const ANAPHORS = new Set("it them these those that ermee daarmee hiermee mee".split(" "));

/** The first token that no longer belongs to the clause begun at `from`. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  const limit = Math.min(tokens.length, from + MAX_CLAUSE);
  for (let at = from; at < limit; at++) {
    const token = tokens[at]?.text ?? "";
    const next = tokens[at + 1]?.text ?? "";
    if (token === "(") depth++;
    if (token === ")" && depth-- === 0) return at;
    if (token === ";" || token === "•" || token === "|") return at;
    if ((token === "–" || token === "—" || token === "-") && !tokens[at]?.glued) return at;
    if (token === "." && tokens[at + 1]?.glued !== true) return at;
    if (STOP_WORDS.has(token) && at > from) return at;
    if (token === "," && (CLAUSE_OPENERS.has(next) || STOP_WORDS.has(next))) return at;
    if ((token === "and" || token === "en") && AFTER_AND.has(next)) return at;
  }
  return limit;
}

function nextComma(tokens: readonly Token[], from: number): number {
  const end = clauseEnd(tokens, from);
  const comma = tokens.slice(from, end).findIndex(({ text }) => text === ",");
  return comma < 0 ? end : from + comma;
}

function nearEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + NEAR_TOKENS); at++) {
    const token = tokens[at];
    if (token?.text === "," || token?.text === ":") return at;
    if ((token?.text === "and" || token?.text === "en" || token?.text === "to") && at > from) {
      return at;
    }
  }
  return Math.min(end, from + NEAR_TOKENS);
}

/** Where the clause that ends before `to` starts; a colon or bracket belongs to what it explains. */
function clauseStart(tokens: readonly Token[], to: number): number {
  const before = tokens[to - 1]?.text ?? "";
  const explains = before === ":" || before === "(" || before === "–" || before === "—" ||
    before === "-";
  const limit = Math.max(0, to - MAX_CLAUSE);
  for (let at = explains ? to - 2 : to - 1; at >= limit; at--) {
    const token = tokens[at]?.text ?? "";
    if (token === ";" || token === "•" || token === "|" || token === ")") return at + 1;
    if (token === "," && before !== ":") return at + 1;
    if (STOP_WORDS.has(token)) return at + 1;
    if (token === "." && tokens[at + 1]?.glued !== true) return at + 1;
  }
  return limit;
}

function countContent(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined && token.kind === "word" && !FILLERS.has(token.text)) count++;
  }
  return count;
}

/** "in a team of developers": the writer was one of them. */
function isOneOfThem(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.text ?? "";
  return ONE_OF_THEM.has(before) ||
    (before === "a" && ONE_OF_THEM.has(tokens[from - 2]?.text ?? ""));
}

/** "Used to code in Scala": not any more; elsewhere in a sentence tools are used to do something. */
function findFormer(tokens: readonly Token[], found: DoubtSpan[]): void {
  const [used, to] = tokens;
  if (used?.text !== "used" || to?.text !== "to") return;
  const scope = spanOf(tokens, 2, clauseEnd(tokens, 2));
  if (scope !== null) {
    found.push({ ...scope, doubt: "weak", cue: { start: used.start, end: to.end } });
  }
}

const ARTICLES = new Set(["the", "de", "het"]);
const OWNERS = new Set(["my", "our", "a", "an", "mijn", "onze", "een"]);
const OTHER_ONES = new Set(
  "colleague colleagues coworker coworkers teammate teammates manager boss supervisor intern collega collegas leidinggevende baas stagiair stagiaire"
    .split(" "),
);
const OWN_PART = new Set([
  "me",
  "i",
  "my",
  "us",
  "we",
  "together",
  "mij",
  "ik",
  "mijn",
  "ons",
  "samen",
]);

/** "My colleague built the Spark jobs", unless the writer has a part in it: "… and I". */
function findColleague(tokens: readonly Token[], found: DoubtSpan[]): void {
  const [owner, other, verb] = tokens;
  if (owner === undefined || other === undefined || verb === undefined) return;
  if (!OWNERS.has(owner.text) || !OTHER_ONES.has(other.text) || BREAKS.has(verb.text)) return;
  const end = clauseEnd(tokens, 2);
  if (
    tokens.slice(2, end).some(({ text }) => OWN_PART.has(text) || text === "and" || text === "en")
  ) {
    return;
  }
  const scope = spanOf(tokens, 2, end);
  const cue = { start: owner.start, end: other.end };
  if (scope !== null) found.push({ ...scope, doubt: "others", cue, isTheirs: true });
}

/** "The data team ran PostgreSQL for us": a clause of which others are the subject. */
function findOtherSubject(tokens: readonly Token[], found: DoubtSpan[]): void {
  if (!ARTICLES.has(tokens[0]?.text ?? "")) return;
  for (let at = 1; at <= 4; at++) {
    const people = tokens[at];
    if (people === undefined || people.kind !== "word" || BREAKS.has(people.text)) return;
    if (!PEOPLE.has(people.text) || (at === 1 && !people.text.endsWith("s"))) continue;
    const scope = spanOf(tokens, 1, clauseEnd(tokens, at + 1));
    const first = tokens[0];
    if (scope !== null && first !== undefined && !BREAKS.has(tokens[at + 1]?.text ?? "")) {
      const cue = { start: first.start, end: people.end };
      found.push({ ...scope, doubt: "others", cue, isTheirs: true });
    }
    return;
  }
}

const WHO = new Set(["who", "die"]);
const MAX_BEFORE_PEOPLE = 3;

/** "…, who negotiate and close", "; account executives close": deeds of several other people. */
function findOtherDoers(tokens: readonly Token[], found: DoubtSpan[]): void {
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    const people = tokens[at];
    if (people === undefined) return;
    if (people.text === ";" || people.text === "." && tokens[at + 1]?.glued !== true) {
      start = at + 1;
    }
    if (!PEOPLE.has(people.text) || !/(?:s|en)$/.test(people.text)) continue;
    const after = tokens[at + 1]?.text === "," ? at + 2 : at + 1;
    const isClause = WHO.has(tokens[after]?.text ?? "");
    const from = isClause ? after + 1 : at + 1;
    const isSubject = at - start < MAX_BEFORE_PEOPLE && isPlainVerb(tokens[at + 1]);
    if (!isClause && !isSubject || isOneOfThose(tokens, at)) continue;
    const scope = spanOf(tokens, from, clauseEnd(tokens, from));
    const cue = { start: people.start, end: tokens[from - 1]?.end ?? people.end };
    if (scope !== null) found.push({ ...scope, doubt: "others", cue, isTheirs: true });
  }
}

function isPlainVerb(token: Token | undefined): boolean {
  return token !== undefined && !BREAKS.has(token.text) && verbBase(token.text) === token.text;
}

/** "one of the engineers who built it": the writer too. */
function isOneOfThose(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ text }) =>
    text === "one" || text === "een" || ONE_OF_THEM.has(text)
  );
}

const BREAKS = new Set(
  "of the a an our their this that for with in on to from by at as de het een ons onze van voor met in op aan bij als uit die dat"
    .split(" "),
);
const PEOPLE_REACH = 14;

/** "managed a team of Java developers", "supported the data team": what stands before the people. */
function markPeople(tokens: readonly Token[], from: number, to: number, found: DoubtSpan[]): void {
  const end = Math.min(clauseEnd(tokens, to), to + PEOPLE_REACH);
  for (let at = to; at < end; at++) {
    const people = tokens[at];
    if (people === undefined || !PEOPLE.has(people.text)) continue;
    let start = at;
    while (start > to && !BREAKS.has(tokens[start - 1]?.text ?? "")) start--;
    const scope = spanOf(tokens, start, at + 1);
    const [first, last] = [tokens[from], tokens[at]];
    if (scope === null || first === undefined || last === undefined) continue;
    found.push({ ...scope, doubt: "others", cue: { start: first.start, end: last.end } });
  }
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? null
    : { start: first.start, end: last.end };
}

/** The doubt over a span, the gravest first; null when there is none. */
export function doubtAt(doubts: readonly DoubtSpan[], span: Span): DoubtSpan | null {
  let low = 0;
  let high = doubts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doubts[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let best: DoubtSpan | null = null;
  for (let at = low - 1; at >= 0 && low - at <= LOOK_BACK; at--) {
    const one = doubts[at];
    if (one === undefined || one.end < span.end) continue;
    if (best === null || GRAVITY[one.doubt] > GRAVITY[best.doubt]) best = one;
  }
  return best;
}

/** Doubts overlap within one sentence only, so few can start before a word and still reach it. */
const LOOK_BACK = 24;
const GRAVITY: Readonly<Record<Doubt, number>> = { denied: 4, others: 3, wished: 2, weak: 1 };
