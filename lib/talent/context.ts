import type { Candidate } from "./mentions.ts";
import { keysOf, Phrases } from "./phrases.ts";
import { type Token, tokenize } from "./text.ts";

function phraseSet(list: string): Phrases<true> {
  const phrases = new Phrases<true>();
  for (const phrase of list.split(/\s*\|\s*/)) phrases.add(keysOf(tokenize(phrase)), true);
  return phrases;
}

/** Words that, right before a name, say that it names a skill. */
const CUES_BEFORE = phraseSet(
  "experience with | experience in | experience of | experience using | knowledge of | knowledge in | skills in | skill in | " +
    "proficient in | proficient with | proficiency in | proficiency with | fluent in | expertise in | expertise with | " +
    "expert in | skilled in | skilled with | versed in | versed with | familiar with | familiarity with | background in | " +
    "programming in | programmed in | coding in | coded in | written in | built in | built with | developed in | developed with | " +
    "developing in | developing with | development in | working with | worked with | work with | work in | using | used | uses | use | via | " +
    "certified in | trained in | training in | course in | command of | mastery of | such as | including | like | language | " +
    "languages | tools | ervaring met | ervaring in | ervaring als | kennis van | kennis in | vaardig in | vaardig met | " +
    "bedreven in | thuis in | bekend met | vertrouwd met | beheersing van | programmeren in | geprogrammeerd in | " +
    "programmeert in | geschreven in | schreven in | schreef in | wrote in | gebouwd in | gebouwd met | ontwikkeld in | ontwikkeld met | ontwikkelen in | " +
    "werken met | gewerkt met | werkt met | werken in | gebruik van | gebruikt | zoals | waaronder | talen | tools | skills | " +
    "cursus | opleiding | gecertificeerd in | met behulp van | affiniteit met | met | microsoft | ms | apache | oracle | google",
);

/** Words that, right after a name, say the same. */
const CUES_AFTER = phraseSet(
  "programming | programmer | programmers | developer | developers | development | engineer | engineers | code | codebase | " +
    "coding | framework | frameworks | library | libraries | app | apps | application | applications | backend | back end | " +
    "frontend | front end | service | services | microservices | api | apis | module | modules | script | scripts | scripting | " +
    "skills | knowledge | experience | consultant | certified | certification | language | project | projects | stack | " +
    "component | components | native | server | database | sheets | spreadsheet | spreadsheets | macro | macros | kennis | " +
    "ervaring | customers | users | klanten | gebruikers | programmeur | programmeurs | ontwikkelaar | ontwikkelaars | ontwikkeling | programmeren | programmeertaal | " +
    "vaardigheden | omgeving | modules | bestanden | dashboards | pipelines | cluster | clusters | implementation | implementatie | boot",
);

/** What shows, right after it, that the word is an ordinary one. */
const ORDINARY_AFTER = phraseSet(
  "to | at | the | a | an | in the | for | ahead | on | up | through | week | weekend | year | month | day | step | steps | semester | " +
    "term | break | season | of | with | level | suite | grade | class | generation | is | was | de | het | een | naar | verder | door",
);

/** What shows, right before it, that the word is an ordinary one. */
const ORDINARY_BEFORE = phraseSet(
  "grade | grades | class | category | categorie | rijbewijs | vitamin | vitamine | hepatitis | type | level | niveau | block | to | " +
    "we | you | i | they | can | will | must | on the | let us | lets | ready to | the | this | last | early | late | since | of | " +
    "license | licence | cijfer | schaal | plan | appendix | section | team | room | group | groep | vanaf | in de",
);

const SEPARATORS = new Set([
  ",",
  "/",
  "&",
  "|",
  "•",
  "·",
  "●",
  ";",
  "+",
  "(",
  ")",
  ":",
  "-",
  "–",
  "*",
  "\\",
  "▪",
  "and",
  "or",
  "en",
  "of",
  "plus",
]);
const SENTENCE_ENDS = new Set([".", "!", "?", "•", "●", "▪", "*"]);
const TECHNICAL = new Set(["tool", "knowledge", "method", "skill"]);
const NEAR_TOKENS = 12;

/**
 * Leaves out the guarded candidates that no technical context supports: a neighbour in a list, a
 * cue word beside it, or a capital in the middle of a sentence with another skill close by. A label
 * that has a plain meaning too takes that one, unless another tool stands beside it in a list.
 */
export function confirmGuarded(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
): Candidate[] {
  const sure = candidates.map((one) => one.label.guard !== "guarded");
  for (let at = 0; at < candidates.length; at++) {
    const one = candidates[at];
    if (one === undefined || sure[at] || one.otherwise !== null) continue;
    sure[at] = hasCue(text, tokens, one) || isNearSkill(text, tokens, candidates, at);
  }
  spreadAlongLists(text, tokens, candidates, sure);
  return candidates.flatMap((one, at) => {
    if (sure[at]) return [one];
    return one.otherwise === null
      ? []
      : [{ ...one, label: one.otherwise, skill: one.otherwise.skill.id }];
  });
}

function hasCue(text: string, tokens: readonly Token[], one: Candidate): boolean {
  if (AIMS.has(tokens[one.to]?.text ?? "") && isMadeIn(tokens, one.from)) return true;
  if (isOrdinary(tokens, one)) return false;
  if (startsWith(CUES_AFTER, tokens, one.to) && !crossesLine(text, tokens, one.to)) return true;
  if (crossesLine(text, tokens, one.from)) return false;
  return endsWith(CUES_BEFORE, tokens, one.from) || isMadeIn(tokens, one.from);
}

const MAKING =
  /^(?:write|wrote|writing|written|code|coded|coding|programm|develop|built|build|made|making|kept|booked|booking|record|invoic|process|analy[sz]|calculat|firmware|schrij|schre|geschreven|gebouwd|bouw|ontwikkel|geprogramm|gemaakt|maakt|geboekt|boekt|opgesteld|verwerk|bijgehouden|berekend|geanaly|analys)/;
const MAKING_REACH = 5;

/** "Written in C for controllers": what follows says what for. */
const AIMS = new Set(["for", "on", "with", "voor", "op"]);

/** "We schreven het in C": made in it. */
function isMadeIn(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.text !== "in") return false;
  return tokens.slice(Math.max(0, from - MAKING_REACH), from - 1)
    .some(({ text }) => MAKING.test(text));
}

/** Whether a line ends between the tokens before and at `at`. */
function crossesLine(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at];
  if (before === undefined || after === undefined || after.glued) return false;
  return text.slice(before.end, after.start).includes("\n");
}

function isOrdinary(tokens: readonly Token[], one: Candidate): boolean {
  const after = tokens[one.to];
  const afterNext = tokens[one.to + 1];
  if (after?.kind === "number" && after.text.length === 4) return true;
  if (after?.text === "&" && after.glued && afterNext?.glued) return true;
  const before = tokens[one.from - 1];
  if (before?.text === "&" && before.glued && tokens[one.from]?.glued) return true;
  if (after?.text === "-" && after.glued && afterNext?.glued) {
    return startsWith(ORDINARY_AFTER, tokens, one.to + 1);
  }
  if (before?.kind === "number" && one.end - one.start === 1) return true;
  if (isMark(tokens, one)) return true;
  return startsWith(ORDINARY_AFTER, tokens, one.to) || endsWith(ORDINARY_BEFORE, tokens, one.from);
}

/** "a C in chemistry", "een C voor wiskunde": a mark that was given. */
function isMark(tokens: readonly Token[], one: Candidate): boolean {
  if (one.end - one.start > 1 || !AIMS_OF_MARKS.has(tokens[one.to]?.text ?? "")) return false;
  return ["a", "an", "een"].includes(tokens[one.from - 1]?.text ?? "");
}

const AIMS_OF_MARKS = new Set(["in", "for", "on", "voor", "op"]);

function startsWith(phrases: Phrases<true>, tokens: readonly Token[], at: number): boolean {
  return phrases.at(tokens, tokens[at]?.text === "-" ? at + 1 : at).length > 0;
}

function endsWith(phrases: Phrases<true>, tokens: readonly Token[], to: number): boolean {
  const end = tokens[to - 1]?.text === ":" ? to - 1 : to;
  for (let from = Math.max(0, end - 3); from < end; from++) {
    if (phrases.at(tokens.slice(from, end), 0)[0]?.to === end - from) return true;
  }
  return false;
}

/** A capital in the middle of a sentence, and a skill that is not guarded in the same one. */
function isNearSkill(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  at: number,
): boolean {
  const one = candidates[at];
  if (one === undefined || isOrdinary(tokens, one) || opensSentence(text, tokens, one.from)) {
    return false;
  }
  for (const step of [-1, 1]) {
    for (let next = at + step;; next += step) {
      const other = candidates[next];
      if (other === undefined) break;
      const gap = step < 0 ? one.from - other.to : other.from - one.to;
      if (gap > NEAR_TOKENS) break;
      const between = step < 0 ? [other.to, one.from] as const : [one.to, other.from] as const;
      if (endsSentence(text, tokens, between[0], between[1])) break;
      if (other.label.guard !== "guarded" && TECHNICAL.has(other.label.skill.type)) return true;
    }
  }
  return false;
}

function opensSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || SENTENCE_ENDS.has(before.text)) return true;
  return crossesLine(text, tokens, at);
}

function endsSentence(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (SENTENCE_ENDS.has(tokens[at]?.text ?? "") && tokens[at + 1]?.glued !== true) return true;
    if (crossesLine(text, tokens, at)) return true;
  }
  return crossesLine(text, tokens, to);
}

/** A guarded name beside a sure one in a list is sure; so are two or more side by side. */
function spreadAlongLists(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  sure: boolean[],
): void {
  for (let at = 0; at < candidates.length;) {
    let end = at + 1;
    while (
      end < candidates.length && areListed(text, tokens, candidates[end - 1], candidates[end])
    ) {
      end++;
    }
    const run = candidates.slice(at, end);
    const isSkillList = areNames(run) ||
      run.some((one, i) => sure[at + i] && TECHNICAL.has(one.label.skill.type));
    if (isSkillList) {
      for (let i = at; i < end; i++) {
        const one = candidates[i];
        if (one === undefined || end - at === 1 || isAmpersandName(tokens, one)) continue;
        if (one.otherwise === null || hasOtherTool(run, one)) sure[i] = true;
      }
    }
    at = end;
  }
}

/** Several careful names side by side are names: "Excel and Word"; single letters need three. */
function areNames(run: readonly Candidate[]): boolean {
  const distinct = new Set(run.map(({ skill }) => skill)).size;
  return distinct >= 3 || distinct === 2 && run.every(({ start, end }) => end - start > 2);
}

function hasOtherTool(run: readonly Candidate[], one: Candidate): boolean {
  return run.some(({ label, skill }) => label.skill.type === "tool" && skill !== one.skill);
}

/** "R&D" is no R beside a D. */
function isAmpersandName(tokens: readonly Token[], one: Candidate): boolean {
  const after = tokens[one.to];
  return after?.text === "&" && after.glued && tokens[one.to + 1]?.glued === true;
}

/** Whether nothing but separators stands between two candidates. */
function areListed(
  text: string,
  tokens: readonly Token[],
  one: Candidate | undefined,
  other: Candidate | undefined,
): boolean {
  if (one === undefined || other === undefined) return false;
  if (other.from < one.to || other.from - one.to > 3) return false;
  for (let at = one.to; at < other.from; at++) {
    if (!SEPARATORS.has(tokens[at]?.text ?? "")) return false;
  }
  if (other.from > one.to) return !text.slice(one.end, other.start).includes("\n\n");
  return text.slice(one.end, other.start).includes("\n");
}
