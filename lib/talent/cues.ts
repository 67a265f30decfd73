import { keysOf, Phrases } from "./phrases.ts";
import { type Token, tokenize } from "./text.ts";

function phrases(list: string): Phrases<true> {
  const made = new Phrases<true>();
  for (const phrase of list.split(/\s*\|\s*/)) made.add(keysOf(tokenize(phrase)), true);
  return made;
}

/** Wishes that stand before what is wished: "bij voorkeur Salesforce". */
const WISH_BEFORE = phrases(
  "preferably | ideally | bonus points for | bonus points if | bonus if you | bonus if | nice if | great if | handy if | a plus if | its a plus if | it is a plus if | nice to have | nice to haves | would be nice | pluses include | a plus would be | desirable skills | preferred skills | " +
    "preference for | preference will be given to | preference given to | a bonus if | extra points for | optionally | good to have | desirable | preferred | desired | bonus | a preference for | " +
    "bij voorkeur | het liefst | liefst | idealiter | mooi meegenomen | leuk als | fijn als | mooi als | handig als | prettig als | leuk wanneer | fijn wanneer | wij hebben een voorkeur voor | we hebben een voorkeur voor | een voorkeur voor | pluspunten zijn | een pre is | pre is | een plus is | een pluspunt is | extra leuk als | helemaal mooi als | eventueel",
);

/** Wishes that stand behind it: "experience with Kafka is a plus". */
const WISH_AFTER = phrases(
  "is a plus | are a plus | is a big plus | is a strong plus | a plus | a big plus | a strong plus | a huge plus | big plus | is plus | as a plus | plus | a definite plus | would be a plus | will be a plus | is a bonus | are a bonus | a bonus | is a major bonus | a major bonus | would be a bonus | is preferred | are preferred | " +
    "preferred | strongly preferred | highly preferred | is desired | are desired | desired | is desirable | are desirable | is highly desirable | desirable | highly desirable | highly desired | is an advantage | an advantage | a distinct advantage | would be an advantage | advantageous | would be advantageous | is advantageous | " +
    "is beneficial | beneficial | would be beneficial | is helpful | helpful | is handy | handy | comes in handy | come in handy | or willing to learn | or willingness to learn | or willing to obtain | or willing to get | or eager to learn | would be helpful | will be helpful | is useful | would be useful | nice to have | is nice to have | is nice | would be nice | would be great | is an asset | an asset | a strong asset | would be an asset | is welcome | welcome | " +
    "is optional | optional | not required | is not required | but not required | not essential | not mandatory | not a must | is not a must | good to have | a nice to have | would be ideal | is appreciated | appreciated | is valued | a pre | will be considered a plus | considered a plus | is acceptable as well | is acceptable | " +
    "is een pluspunt | een pluspunt | pluspunt | is een pre | een pre | een grote pre | is een grote pre | pre | is een plus | een plus | is mooi meegenomen | mooi meegenomen | is meegenomen | meegenomen | is wenselijk | wenselijk | zijn wenselijk | is gewenst | gewenst | strekt tot aanbeveling | " +
    "heeft de voorkeur | hebben de voorkeur | heeft een voorkeur | heeft onze voorkeur | is een voordeel | een voordeel | is geen must | geen must | geen vereiste | is geen vereiste | niet vereist | niet noodzakelijk | is leuk | is fijn | is handig | handig | maar wel handig | wel handig | niet per se nodig | is niet per se nodig | of dit graag wil leren | of graag wil leren | komt van pas | of bereid dit te leren | of wilt dat leren | of wil dat leren | of wilt het leren | of wilt dit leren | of bereid het te leren | of bereid dit te halen | of bereid deze te halen | of de bereidheid dit te leren | of bereidheid om dit te leren | of bereid om dit te leren | of bereid om dit te halen | zijn een pre | zijn een pluspunt | komt goed van pas | is welkom | is een bonus | een bonus",
);

/** What makes a demand a condition. */
const MUST = phrases(
  "required | is required | are required | mandatory | must | must have | must be | essential | a must | is a must | necessary | compulsory | obligatory | legally required | non negotiable | prerequisite | a prerequisite | need to be | need to have | have to | " +
    "only candidates with | authorized to work in | authorised to work in | without sponsorship | cannot sponsor | " +
    "vereist | is vereist | verplicht | is verplicht | noodzakelijk | is noodzakelijk | een must | is een must | een vereiste | is een vereiste | een harde eis | harde eis | moet | moeten | dien je | dient te | onmisbaar | voorwaarde | een voorwaarde | wettelijk verplicht | wij eisen | eis | noodzaak",
);

/** What shows that a sentence tells what is asked of the candidate. */
const DEMAND = phrases(
  "you speak | fluent | fluency | native | preferred | desired | desirable | a plus | accepted | bachelor | bachelors | master | masters | license | licence | certificate | experience | experienced | knowledge | understanding | proficiency | proficient | familiar | familiarity | skilled | skills | expertise | ability to | able to | must | required | requires | require | requirement | requirements | qualified | qualifications | background in | degree | " +
    "looking for | seeking | you have | you bring | you possess | you know | you are | you re | you should | you need | you can | youve | candidates | candidate | applicants | hands on | years of | mastery | certified | certification | passion for | command of | competent | we expect | we ask | minimum of | at least one of | one or more of | " +
    "spreekt | vloeiend | pre | pluspunt | mooi meegenomen | bij voorkeur | hbo | mbo | wo | registratie | certificaat | ervaring | ervaren | kennis | vaardigheden | vaardig | vaardigheid | werkervaring | je hebt | je beschikt | jij hebt | jij beschikt | u beschikt | je bent | jij bent | je kunt | je kan | je kent | je weet | je beheerst | in het bezit | in bezit van | gevraagd | vragen | vereist | verplicht | noodzakelijk | zoeken | op zoek naar | zoekt | bekend met | vertrouwd met | " +
    "affiniteit | denkniveau | werk en denkniveau | diploma | opleiding | beheersing | minimaal | gediplomeerd | rijbewijs | jaar ervaring | kandidaat | je spreekt | jij spreekt | verwachten",
);

/** What shows that a sentence is about the job's work. */
const DUTY = phrases(
  "you will | youll | you ll | will be | responsible for | responsibilities | duties | the role | this role | this position | the position | your work | your day | tasks | involves | will perform | incumbent | incumbents | we use | we work with | we deploy | we build | we run on | our stack | our tech stack | " +
    "je gaat | jij gaat | ga je | ga jij | verantwoordelijk voor | taken | werkzaamheden | je werkt | jij werkt | je bent verantwoordelijk | je zorgt | jij zorgt | je houdt je bezig | in deze functie | in deze rol | je ontwikkelt | je bouwt | je begeleidt | je ondersteunt | je voert | je stelt | we werken met | wij werken met | we gebruiken | wij gebruiken | onze stack | je coordineert | je adviseert",
);

/** What a company says of itself and of what it gives; none of it is asked. */
const OFFER = phrases(
  "we offer | we provide | our benefits | benefits include | benefit package | benefits package | competitive salary | salary | salaries | per hour | per month | per annum | 401k | pto | paid time off | paid vacation | vacation days | days of leave | health insurance | dental | medical benefits | life insurance | pension | bonus of | signing bonus | tuition | stock options | gym membership | " +
    "free lunch | flexible hours | flexible working hours | work life balance | company car | laptop of | career opportunities | room to grow | training budget | perks | " +
    "wij bieden | we bieden | bieden wij | bieden we | wij geven | je krijgt | jij krijgt | je ontvangt | ontvang je | krijg je | salaris | bruto | per maand | vakantiedagen | vakantiegeld | vakantieuren | pensioen | pensioenregeling | reiskostenvergoeding | onkostenvergoeding | eindejaarsuitkering | dertiende maand | marktconform | arbeidsvoorwaarden | cao | leaseauto | auto van de zaak | " +
    "doorgroeimogelijkheden | opleidingsbudget | bedrijfsfitness | winstdeling | werkgeluk | jaarcontract | vast contract | uitzicht op | bonusregeling | thuiswerkvergoeding",
);

/** How to apply, and the small print: nothing after it is asked either. */
const PROCESS = phrases(
  "please apply | we welcome applications | welcome applications | apply today | apply now | to apply | apply directly | apply via | apply online | click here | send your | submit your | your resume | your cv | cover letter | for more information | more information | please contact | contact us | equal opportunity | equal employment | regardless of | without regard to | " +
    "sexual orientation | copyright | all rights reserved | reasonable accommodation | accommodations | background checks | accredited agencies | no agencies | talent network | closing date | " +
    "solliciteer | solliciteren | sollicitatie | sollicitaties | je cv | jouw cv | motivatie naar | motivatiebrief | meer informatie | neem contact | contact opnemen | vragen over | acquisitie | reageer | stuur je | stuur jouw | mail je | referentiecheck | sollicitatieprocedure",
);

/** A company on itself. */
const BLURB = phrases(
  "founded | headquartered | one of the | leading provider | market leader | world leader | global leader | our mission | our company | our clients | our commitment | privately held | publicly traded | our culture | in business since | we believe | we are a | we are an | we are the | we re a | is a leading | is the leading | fastest growing | award winning | fortune 500 | our people | our customers | offices in | offices across | employees worldwide | annual revenues | " +
    "opgericht | marktleider | toonaangevend | toonaangevende | wij zijn een | we zijn een | wij zijn | onze missie | onze organisatie | ons bedrijf | medewerkers wereldwijd | vestigingen | familiebedrijf | onze kernwaarden | kernwaarden | onze klanten | sfeer | hoofdkantoor",
);

/** A part of a sentence that is only wished for: tokens `from` up to and without `to`. */
export interface Wish {
  readonly from: number;
  readonly to: number;
  /** Where the words of wishing themselves stand. */
  readonly cueFrom: number;
  readonly cueTo: number;
}

/** "Ervaring met Power BI? Helemaal top!" */
const PLEASED = phrases(
  "helemaal top | dat is top | extra leuk | des te beter | mooi meegenomen | even better | all the better | lovely",
);

/** "Dat is een pré!", "This is a plus": a wish about the sentence before. */
export function isWishForBefore(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.length <= 4 && PLEASED.all(tokens).length > 0) return true;
  if (tokens.length > 8 || first === undefined || second === undefined) return false;
  return ["dat", "dit", "that", "this", "it"].includes(first.text) && readWishes(tokens).length > 0;
}

/** The parts of a sentence that are wishes. */
export function readWishes(tokens: readonly Token[]): Wish[] {
  const wishes: Wish[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const after = WISH_AFTER.at(tokens, at)[0];
    const remark = after !== undefined && isBracketed(tokens, at, after.to) ? after : undefined;
    const before = remark ?? WISH_BEFORE.at(tokens, at)[0];
    if (
      after !== undefined && at > 0 && !isBracketed(tokens, at, after.to) &&
      endsClause(tokens, after.to) && !isPlusBetween(tokens, at)
    ) {
      const from = Math.max(clauseStart(tokens, at), lastItem(tokens, at));
      wishes.push({ from, to: after.to, cueFrom: at, cueTo: after.to });
      at = after.to - 1;
    } else if (before !== undefined && isBracketed(tokens, at, before.to)) {
      // "Python (preferred)", "(preferred) Python"
      const isFirst = at === 1;
      const from = isFirst ? 0 : Math.max(clauseStart(tokens, at - 1), lastItem(tokens, at - 1));
      const to = isFirst ? clauseEnd(tokens, before.to + 1) : before.to + 1;
      wishes.push({ from, to, cueFrom: at - 1, cueTo: before.to + 1 });
      at = before.to;
    } else if (before !== undefined && !endsClause(tokens, before.to)) {
      wishes.push({ from: at, to: clauseEnd(tokens, before.to), cueFrom: at, cueTo: before.to });
      at = before.to - 1;
    }
  }
  return wishes;
}

function isBracketed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from - 1]?.text === "(" && tokens[to]?.text === ")";
}

const CLOSERS = new Set([
  ".",
  ";",
  ",",
  ")",
  "!",
  "(",
  ":",
  "•",
  "*",
  "but",
  "and",
  "maar",
  "en",
  "or",
  "of",
  "for",
  "voor",
  "-",
]);

function endsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || CLOSERS.has(token.text) && !(token.text === "-" && token.glued);
}

/** "15+ years", "Excel plus Word": no wish. */
function isPlusBetween(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "plus") return false;
  return tokens[at - 1]?.kind === "number" ||
    tokens[at + 1] !== undefined && tokens[at + 1]?.text !== "." && tokens[at + 1]?.text !== ")";
}

/** A wish behind reaches back to the clause's start: over a list, not over another demand. */
function clauseStart(tokens: readonly Token[], cue: number): number {
  let depth = 0;
  for (let at = cue - 1; at >= 0; at--) {
    const word = tokens[at]?.text ?? "";
    if (word === ")") depth++;
    if (word === "(" && depth-- === 0) return at + 1;
    if (depth > 0) continue;
    if ([";", ".", "!", ":", "•"].includes(word) && !(word === "." && tokens[at + 1]?.glued)) {
      return at + 1;
    }
    if (["but", "maar", "while", "terwijl", "although"].includes(word)) return at + 1;
    if (word === "," && isSettledAt(tokens, at)) return at + 1;
  }
  return 0;
}

const SPOKEN = new Set(["is", "are", "would", "will", "zijn", "strekt", "heeft", "hebben", "as"]);

/** Verbs of one thing, so that a list before a comma is not their subject. */
const SINGULAR = new Set(["is", "strekt", "heeft"]);
/** What governs the list behind it: "knowledge of A, B is a plus" is a wish for both. */
const GOVERNORS = new Set(
  "experience knowledge familiarity proficiency understanding ervaring kennis werkervaring affiniteit vaardigheid beheersing"
    .split(" "),
);

/**
 * "English (C1), Dutch (B2) preferred": without a verb the wish is about the last item alone, and so
 * it is with a verb of one thing, "German, Dutch is a plus", unless a noun governs both.
 */
function lastItem(tokens: readonly Token[], cue: number): number {
  const verb = tokens[cue]?.text ?? "";
  if (SINGULAR.has(verb)) return lastSubject(tokens, cue);
  if (SPOKEN.has(verb)) return 0;
  // "…, or willing to learn": the comma belongs to the words of wishing.
  const isOr = verb === "or" || verb === "of";
  let depth = 0;
  for (let at = isOr && tokens[cue - 1]?.text === "," ? cue - 2 : cue - 1; at >= 0; at--) {
    const word = tokens[at]?.text ?? "";
    if (word === ")") depth++;
    if (word === "(") depth--;
    if (depth > 0) continue;
    if (["and", "or", "en", "of"].includes(word)) return 0;
    if (word === ",") return at + 1;
  }
  return 0;
}

function lastSubject(tokens: readonly Token[], cue: number): number {
  let depth = 0;
  for (let at = cue - 1; at > 0; at--) {
    const word = tokens[at]?.text ?? "";
    if (word === ")") depth++;
    if (word === "(") depth--;
    if (depth > 0) continue;
    if (["and", "or", "en", "of", "."].includes(word)) return 0;
    if (word !== ",") continue;
    const isGoverned = tokens.slice(0, at).some(({ text }) => GOVERNORS.has(text));
    return isGoverned && !GOVERNORS.has(tokens[at + 1]?.text ?? "") ? 0 : at + 1;
  }
  return 0;
}

/** Whether what stands right before a comma is said to be a must. */
function isSettledAt(tokens: readonly Token[], comma: number): boolean {
  for (let from = Math.max(0, comma - 3); from < comma; from++) {
    if (MUST.at(tokens, from).some(({ to }) => to === comma)) return true;
    if (WISH_AFTER.at(tokens, from).some(({ to }) => to === comma)) return true;
  }
  return false;
}

function clauseEnd(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? "";
    if ([";", ")", "!", "•"].includes(word)) return at;
    if (word === "." && !(tokens[at + 1]?.glued ?? false)) return at;
  }
  return tokens.length;
}

function has(set: Phrases<true>, tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => set.at(tokens, at).length > 0);
}

/** Whether the sentence states a condition: "is required", "verplicht". */
export function isMandatory(tokens: readonly Token[]): boolean {
  return has(MUST, tokens);
}

/** Whether the sentence says what a candidate must have or be. */
export function isDemand(tokens: readonly Token[]): boolean {
  return has(DEMAND, tokens);
}

/** Whether the sentence says what the work is. */
export function isDuty(tokens: readonly Token[]): boolean {
  return has(DUTY, tokens);
}

/** Whether the sentence says what is given in return. */
export function isOffer(tokens: readonly Token[]): boolean {
  return has(OFFER, tokens);
}

/** Whether the sentence is about applying, or small print. */
export function isProcess(tokens: readonly Token[]): boolean {
  return has(PROCESS, tokens);
}

/** Whether the sentence praises the company. */
export function isBlurb(tokens: readonly Token[]): boolean {
  return has(BLURB, tokens);
}
