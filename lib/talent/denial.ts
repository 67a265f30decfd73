import { keysOf, Phrases } from "./phrases.ts";
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

type Reach =
  /** To the end of the clause, or back to its start when nothing follows: "Java: none". */
  | "clause"
  /** The next few words alone: "no Java", "without Excel". */
  | "near"
  /** Only what stands before it in its clause: "Java ken ik niet". */
  | "back";

interface Cue {
  readonly doubt: Doubt | "safe";
  readonly reach: Reach;
}

/** One dictionary for all cues, so that each word is looked up once. */
const CUES = new Phrases<Cue | "with others">();

function cues(doubt: Cue["doubt"], reach: Reach, list: string): void {
  for (const phrase of list.split("|")) CUES.add(keysOf(tokenize(phrase.trim())), { doubt, reach });
}

cues(
  "safe",
  "near",
  "not only | not just | not limited to | not least | no doubt | no problem | no problems | no longer than | no later than | no less than | no more than | no fewer than | " +
    "without exception | without incident | without incidents | without errors | without error | without supervision | without delay | without downtime | without interruption | " +
    "never missed | never late | never failed | never hesitate | not afraid | not to mention | no nonsense | no matter | no-code | no code | " +
    "niet alleen | niet enkel | niet alleen maar | geen probleem | geen problemen | geen moeite | niet bang | niet te vergeten | zonder problemen | zonder fouten | zonder uitval | " +
    "geen 9 tot 5 | geen negen tot vijf | geen dag hetzelfde | niet later dan | niet minder dan | zonder toezicht | zonder uitzondering | nooit te laat | nooit ziek | nooit een | no two days",
);
cues(
  "denied",
  "clause",
  "no experience | no prior experience | no previous experience | no working experience | no work experience | no hands on experience | no professional experience | " +
    "no commercial experience | no practical experience | no paid experience | no direct experience | no real experience | no actual experience | no relevant experience | no formal experience | " +
    "no knowledge | no formal training | no training | no background | no qualification | no qualifications | no certification | without experience | without any experience | " +
    "without prior experience | lack of experience | lack experience | lacking experience | lack of | never worked | never used | never | have not | havent | has not | hasnt | had not | " +
    "do not have | dont have | did not have | do not speak | dont speak | do not know | dont know | do not hold | dont hold | do not possess | dont possess | do not drive | dont drive | " +
    "do not use | dont use | did not use | didnt use | did not work | didnt work | did not complete | does not have | does not hold | not yet | not familiar | unfamiliar | not available | unavailable | not willing | unwilling | not experienced | " +
    "not worked | not used | not done | not certified | not qualified | not registered | am not | im not | cannot | cant | can not | not in possession | yet to | have yet | new to | no longer have | no longer hold | inexperienced | " +
    "geen ervaring | geen werkervaring | geen praktijkervaring | geen enkele ervaring | geen professionele ervaring | geen directe ervaring | geen relevante ervaring | geen kennis | geen opleiding | geen diploma | zonder ervaring | zonder kennis | " +
    "nog geen | nog niet | nooit | nooit eerder | niet eerder | ben niet | heb niet | heeft niet | heb ik niet | ben ik niet | niet bekend | onbekend met | niet vertrouwd | niet in het bezit | niet in bezit | niet ervaren | niet beschikbaar | niet bereid | " +
    "spreek geen | spreek niet | ken geen | kan niet | kan ik niet | beheers niet | niet gewerkt | niet gebruikt | niet gehaald | niet behaald | niet gedaan | onervaren",
);
cues(
  "denied",
  "near",
  "no | without | geen | zonder | nor | noch | rather than | instead of | in plaats van",
);
cues(
  "denied",
  "back",
  "niet | none | nee | n/a | nil | not at all | nihil | helemaal niet | unknown to me",
);
cues(
  "wished",
  "clause",
  "interested in | interest in | am interested | want to | wants to | wanting to | wish to | would like to | would love to | id like to | id love to | eager to | keen to | keen on | willing to | " +
    "hope to | hoping to | aspire to | aspiring to | looking forward to | looking for | looking to | seeking | seeks | ambition to | my ambition | goal is to | my goal | plan to | planning to | plans to | " +
    "intend to | curious about | would be happy to | ready to learn | to learn more | desire to | desires to | dream of | open to learning | in search of | on my list | " +
    "geinteresseerd in | interesse in | interesse voor | wil graag | wil me | wil mij | wil ik | wil mezelf | wil leren | ik wil | wil dat | zou graag | graag leren | graag willen | hoop te | hoop ik | ambitie om | ambitie is | op zoek naar | zoek | bereid om | bereid tot | " +
    "van plan om | van plan | sta open voor | nieuwsgierig naar | verdiepen in | bekwamen in | mijn doel | mijn droom | droom van | leergierig naar | verder ontwikkelen | toekomstige",
);
cues("wished", "near", "aspiring | future | toekomstig | aankomend");
cues(
  "weak",
  "clause",
  "some experience | some knowledge | limited experience | limited knowledge | little experience | little knowledge | a little | a bit of | basic knowledge | basic understanding | basic experience | " +
    "basics of | the basics | beginner in | beginner | familiar with | familiarity with | exposure to | exposed to | introduction to | awareness of | currently learning | online course in | taking a course in | following a course in | cursus in | am learning | learning | teaching myself | " +
    "self taught | currently studying | studying for | notions of | elementary | rudimentary | once used | theoretical knowledge | " +
    "enige ervaring | enige kennis | beperkte ervaring | beperkte kennis | weinig ervaring | weinig kennis | een beetje | basiskennis | basisvaardigheden | basiservaring | de basis van | beginner in | beginnend | " +
    "beginnende kennis | kennismaking met | kennisgemaakt | in aanraking gekomen | aan het leren | leer momenteel | leer nu | zelfstudie | bezig met leren | theoretische kennis | redelijke kennis | meegekeken",
);
cues("weak", "near", "basic | basis | beginnersniveau | junior level | novice");
cues(
  "weak",
  "back",
  "basic | basic level | basis | basisniveau | beginner | beginners | beginner level | novice | elementary | rudimentary | redelijk | matig | enigszins | a little | een beetje | learning | limited | beperkt",
);

/** Deeds after which a team or people with a skill are others. */
for (
  const phrase
    of ("managed | managing | manage | manages | led | leading | lead | leads | supervised | supervising | supervise | supervises | supported | supporting | support | supports | assisted | assisting | " +
      "assist | worked with | worked closely with | worked together with | worked alongside | working with | working closely with | working alongside | works with | work with | work closely with | collaborated with | collaborated closely with | collaborating with | " +
      "collaborate with | liaised with | liaising with | liaise with | liaison with | liaison between | cooperated with | partnered with | partnering with | partner with | hired | hiring | recruited | recruiting | recruitment of | sourced | sourcing | placed | " +
      "reported to | reporting to | interviewed | interviewing | coordinated | coordinating | coordinated with | coordination with | coordination of | on behalf of | a team of | team of | teams of | group of | head of | headed | oversaw | overseeing | directed | directing | line management of | " +
      "line manager of | responsible for | together with | alongside | handed over to | outsourced to | communication with | contact with | meetings with | tested by | built by | written by | developed by | done by | delivered by | made by | gave to | given to | for the | for our | by the | by our | between | " +
      "leidde | leidt | leiding aan | leiding gegeven aan | leidinggegeven aan | leiding geven aan | leidinggeven aan | geeft leiding aan | gaf leiding aan | aansturen van | aansturing van | aangestuurd | stuurde | stuurt | stuurt aan | stuurde aan | ondersteunde | ondersteunt | ondersteunen | ondersteund | ondersteuning van | " +
      "samengewerkt met | samenwerken met | samenwerking met | samen met | werkte samen met | werkte nauw samen met | werk samen met | werkt samen met | nauw samen met | wierf | werf | werven | werven van | geworven | werving van | werving en selectie van | " +
      "rapporteerde aan | rapporteer aan | rapporteren aan | overleg met | overlegde met | afstemming met | stemt af met | contact met | in opdracht van | een team van | team van | teams van | groep van | hoofd van | namens | bemiddelde | bemiddelen van | plaatste | gemaakt door | gebouwd door | gedaan door | verzorgd door | uitgevoerd door | voor het | voor de | voor ons | tussen")
      .split("|")
) CUES.add(keysOf(tokenize(phrase.trim())), "with others");

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
    findOtherSubject(tokens, found);
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

const ARTICLES = new Set(["the", "de", "het"]);

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
