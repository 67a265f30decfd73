import { afterLabel } from "./contact_labels.ts";
import { isRoleHead } from "./roles.ts";
import type { Section } from "./sections.ts";
import { fold, lines } from "./text.ts";
import type { Span } from "./types.ts";

/** Words that no person is called by, found at the top of résumés. */
export const NOT_NAMES = new Set(
  ("curriculum vitae cv resume profile profiel summary personal persoonlijke gegevens personalia contact details naam name address adres telephone telefoon phone mobile mobiel email e-mail mail date birth geboren geboortedatum born nationality nationaliteit " +
    "page pagina experience ervaring education opleiding skills vaardigheden objective about over mij me work werk werkervaring senior junior medior lead freelance professional company university college school the and with van-de het een for in at of our my i am ik ben " +
    "january february march april june july august september october november december januari februari maart juni juli augustus oktober street straat road avenue city state country land highlights accomplishments core competencies confidential application sollicitatie brief letter references portfolio " +
    "driving licence rijbewijs talen languages hobbys hobbies interests management marketing sales finance engineering software data human resources information technology development services customer project business health care education teaching nursing accounting design administration operations construction logistics")
    .split(" "),
);
const PARTICLES = new Set(
  "van der den de het ten ter te von zu da dos di del della la le el al bin ibn ben abu mc mac st san o y e op in t s 't"
    .split(" "),
);

/** Where a name may stand, and what is known of it. */
export interface NameClues {
  /** The first lines. */
  readonly head: readonly Span[];
  /** The owner's e-mail address. */
  readonly email: string | null;
  readonly sections: readonly Section[];
}

/**
 * Finds the name of a résumé's owner: behind a label, at the top or, where a side bar comes first,
 * in a line that the e-mail address confirms or that stands over the headline. Null when unsure.
 */
export function findName(text: string, { head, email, sections }: NameClues): Span | null {
  return nameAtTop(text, head) ?? nameOfAddress(text, email) ?? nameOverHeadline(text, sections);
}

function nameAtTop(text: string, head: readonly Span[]): Span | null {
  for (const line of head) {
    const labelled = afterLabel(text, line, "name");
    if (labelled !== null && isName(text.slice(labelled.start, labelled.end))) return labelled;
  }
  for (const line of head.slice(0, 6)) {
    const raw = text.slice(line.start, line.end);
    const opening =
      /^(?:curriculum vitae|cv|résumé|resume)(?:\s+(?:van|of|from))?\s*[:|–—-]?\s*/i.exec(raw)
        ?.[0] ?? "";
    const part = raw.slice(opening.length).split(/\s+[|•·.–—-]\s+|[,|•·(\t]|\s{3,}/)[0] ?? "";
    const trimmed = part.trimEnd();
    if (isName(trimmed)) {
      const start = line.start + opening.length;
      return { start, end: start + trimmed.length };
    }
  }
  return null;
}

const MAX_NAME_LINES = 300;
const MAX_NAME_LENGTH = 50;

/** The line that is a name and that the address spells: "sanne.dewit@…" and "Sanne de Wit". */
function nameOfAddress(text: string, email: string | null): Span | null {
  const local = lettersOf(email?.slice(0, email.lastIndexOf("@")) ?? "");
  if (local.length < 4) return null;
  for (const line of lines(text).slice(0, MAX_NAME_LINES)) {
    const raw = text.slice(line.start, line.end);
    const part = raw.split(/\s+[|•·.–—-]\s+|[,|•·(\t]|\s{3,}/)[0]?.trimEnd() ?? "";
    if (isName(part) && spellingsOf(part).includes(local)) {
      return { start: line.start, end: line.start + part.length };
    }
  }
  return null;
}

function lettersOf(words: string): string {
  return fold(words).replace(/[^a-z]/g, "");
}

/** How people make an address of their name: all of it, without particles, or with an initial. */
function spellingsOf(name: string): string[] {
  const words = name.split(/\s+/).map(lettersOf).filter((word) => word !== "");
  const first = words[0] ?? "";
  const rest = words.slice(1);
  const last = words.at(-1) ?? "";
  const pairs = [[first, rest.join("")], [first, last], [first.slice(0, 1), rest.join("")], [
    first.slice(0, 1),
    last,
  ]];
  return pairs.flatMap(([given = "", family = ""]) => [given + family, family + given]);
}

const MAX_HEADLINE_WORDS = 6;

/**
 * A name on a line of its own over a headline ("Backend engineer"), at the head of the main column:
 * something ends before it, and no work was told yet.
 */
function nameOverHeadline(text: string, sections: readonly Section[]): Span | null {
  const work = sections.find(({ kind }) => kind === "experience")?.heading?.start ?? text.length;
  const all = lines(text, { start: 0, end: work }).slice(0, MAX_NAME_LINES);
  const found: Span[] = [];
  for (let at = 0; at + 1 < all.length; at++) {
    const line = all[at];
    const next = all[at + 1];
    if (line === undefined || next === undefined || line.end - line.start > MAX_NAME_LENGTH) {
      continue;
    }
    const opensBlock = at === 0 || /\n\s*\n/.test(text.slice(all[at - 1]?.end ?? 0, line.start));
    if (!opensBlock || !isName(text.slice(line.start, line.end))) continue;
    if (isHeadline(text.slice(next.start, next.end))) found.push(line);
  }
  return found.length === 1 ? found[0] ?? null : null;
}

function isHeadline(line: string): boolean {
  if (/\d|[.:;]$/.test(line)) return false;
  const words = line.split(/[\s/,|–—-]+/).filter((word) => word !== "");
  return words.length <= MAX_HEADLINE_WORDS && words.some((word) => isRoleHead(fold(word)));
}

/** Two to five words that begin with capitals, none of them a word of résumés or occupations. */
function isName(part: string): boolean {
  const words = part.replace(/^(?:mr|mrs|ms|dr|drs|ir|ing|prof|dhr|mevr|mw)\.?\s+/i, "").split(
    /\s+/,
  );
  if (words.length < 2 || words.length > 5 || part.length > 50) return false;
  let capitals = 0;
  for (const word of words) {
    const folded = fold(word.replace(/[.,]/g, ""));
    if (PARTICLES.has(folded) && word !== words[0]) continue;
    if (!/^(?:\p{Lu}[\p{L}'’`-]*|\p{Lu}\.(?:\p{Lu}\.){0,3})$/u.test(word)) return false;
    if (NOT_NAMES.has(folded) || isOccupationWord(folded)) return false;
    capitals++;
  }
  return capitals >= 2;
}

/** Baker, Cook and Smith are names too, so a word of work counts against a name with care. */
function isOccupationWord(word: string): boolean {
  return isRoleHead(word) && !SURNAMES.has(word);
}

const SURNAMES = new Set(
  "cook baker mason painter carpenter butcher farmer tailor gardener porter cooper bakker visser boer slager schilder timmerman kok kapper king head page guard host fellow steward archer chandler"
    .split(" "),
);
