import { monthsSince } from "./aging.ts";
import { craftPlaces, studyPlaces } from "./craft.ts";
import type { Finding } from "./finding.ts";
import { contentStems } from "./literal.ts";
import { lexicon } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";
import type { SkillDemand } from "./skill_finding.ts";
import { neighboursOf } from "./neighbours.ts";
import { type Place, placesOfSkill, quotesOf, timeOf, triedOf } from "./places.ts";
import { lineAt, type ParsedResume } from "./resume.ts";
import { isRoleHead, isSeniority } from "./roles.ts";
import { stem } from "./stems.ts";
import type { SkillTarget } from "./target.ts";
import { tellingOf } from "./telling.ts";
import { tokenize } from "./text.ts";
import type { Role } from "./work_history.ts";

/** How near a title comes to the occupation that is asked for. */
type TitleFit = "same" | "near" | "none";

/**
 * Judges whether one has done a kind of work: by the titles held, by a title close to it, by what
 * one calls oneself, and last by the craft itself, shown in work of any name.
 */
export function judgeOccupation(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
): Finding {
  const { years } = demand;
  const same: Place[] = [];
  const near: Place[] = [];
  for (const role of resume.roles) {
    const fit = fitOfTitle(resume, role, target);
    const place = fit === "none" ? null : titlePlace(resume, role);
    if (place !== null) (fit === "same" ? same : near).push(place);
  }
  const tried = triedOf(target);
  const named = {
    term: target.terms[0] ?? "",
    ...(target.skill === null ? {} : { skill: target.skill }),
  };
  if (same.length > 0) return heldFinding(resume, same, demand, named, tried);
  const undated = undatedTitles(resume, target);
  if (undated.length > 0) {
    const isEnough = years === null;
    const reason = {
      code: isEnough ? "title_undated" : "years_undated",
      params: { ...named, asked: (years ?? 0) * 12, months: 0, roles: 0, current: 0 },
    };
    return {
      verdict: isEnough ? "YES" : "PARTIAL",
      reason,
      evidence: quotesOf(resume, undated),
      tried,
      strength: 60,
    };
  }
  if (near.length > 0) {
    const time = timeOf(near);
    const found = near[0]?.line.role?.title;
    const title = found ? resume.text.slice(found.start, found.end).replace(/\s+/g, " ") : "";
    const reason = {
      code: "title_near",
      params: {
        ...named,
        found: title,
        months: time.months,
        roles: time.roles,
        current: time.isCurrent ? 1 : 0,
      },
    };
    return { verdict: "PARTIAL", reason, evidence: quotesOf(resume, near), tried, strength: 40 };
  }
  const claim = claimFinding(resume, target, named, tried);
  if (claim.verdict !== "NO" || claim.reason.code !== "title_absent") return claim;
  return craftFinding(resume, target, named, tried) ??
    studyFinding(resume, target, named, tried) ?? claim;
}

/** So many lines of work that show the craft make up for another title. */
const MIN_CRAFT_LINES = 3;

/** A few such lines among very many are a side of other work. */
const MIN_CRAFT_SHARE = 0.1;

function workLines({ lines }: ParsedResume): number {
  return lines.filter(({ zone, isHead }) => zone === "work" && !isHead).length;
}

/** "Ran the kitchen", "planned menus": the craft without the title. */
function craftFinding(
  resume: ParsedResume,
  target: SkillTarget,
  named: Record<string, string>,
  tried: readonly string[],
): Finding | null {
  const places = craftPlaces(resume, target);
  const lines = new Set(places.map(({ line }) => line));
  if (lines.size < MIN_CRAFT_LINES || lines.size < workLines(resume) * MIN_CRAFT_SHARE) return null;
  const time = timeOf(places);
  const params = {
    ...named,
    months: time.months,
    roles: time.roles,
    current: time.isCurrent ? 1 : 0,
  };
  return {
    verdict: "PARTIAL",
    reason: { code: "craft_shown", params },
    evidence: quotesOf(resume, places),
    tried,
    strength: 15,
  };
}

/** A study of the craft, by somebody who has not worked in it yet. */
function studyFinding(
  resume: ParsedResume,
  target: SkillTarget,
  named: Record<string, string>,
  tried: readonly string[],
): Finding | null {
  const places = studyPlaces(resume, target);
  if (places.length === 0) return null;
  const evidence = quotesOf(resume, places);
  const reason = { code: "craft_studied", params: named };
  return { verdict: "PARTIAL", reason, evidence, tried, strength: 10 };
}

function heldFinding(
  resume: ParsedResume,
  places: readonly Place[],
  { years, halfLives }: SkillDemand,
  named: Record<string, string>,
  tried: readonly string[],
): Finding {
  const { months, roles, isCurrent } = timeOf(places);
  const asked = Math.round((years ?? 0) * 12);
  const ago = monthsSince(resume, places);
  const params = { ...named, months, roles, current: isCurrent ? 1 : 0, asked, ago };
  const code = years !== null && months < asked
    ? "years_short"
    : ago > (halfLives.occupation ?? Infinity)
    ? "title_past"
    : months > 0 && months < resume.months * MIN_CAREER_SHARE
    ? "title_brief"
    : years === null
    ? "title_held"
    : "years_met";
  return {
    verdict: code === "title_held" || code === "years_met" ? "YES" : "PARTIAL",
    reason: { code, params },
    evidence: quotesOf(resume, places),
    tried,
    strength: 100 + months,
  };
}

/** Less of a career than this was a side step. */
const MIN_CAREER_SHARE = 0.1;

/** Where the title of a role stands. */
export function titlePlace(resume: ParsedResume, role: Role): Place | null {
  const span = role.title ?? role.head;
  const line = lineAt(resume.lines, span.start);
  return line === null ? null : { start: span.start, end: span.end, line, share: 1, doubt: null };
}

/** "Senior MySQL DBA" is asked, which holds the known occupation "DBA". */
function occupationIn({ terms }: SkillTarget): string | null {
  const mentions = findMentions(terms[0] ?? "");
  return mentions.findLast(({ skill }) => lexicon().skillById(skill)?.type === "occupation")
    ?.skill ?? null;
}

/** By the lexicon's occupations in the heading, else by the words of the title. */
export function fitOfTitle(resume: ParsedResume, role: Role, target: SkillTarget): TitleFit {
  if (role.kind === "project") return "none";
  let best: TitleFit = "none";
  const inside = target.skill === null ? occupationIn(target) : null;
  if (inside !== null && fitOfTitle(resume, role, { ...target, skill: inside }) !== "none") {
    best = "near";
  }
  if (target.skill !== null) {
    const neighbours = neighboursOf(target.skill);
    for (const mention of mentionsIn(resume, role.head.start, role.head.end)) {
      const kind = mention === target.skill ? "same" : neighbours.get(mention)?.kind;
      if (kind === "same" || kind === "narrower") return "same";
      if (kind !== undefined) best = "near";
    }
  }
  const title = role.title ?? role.head;
  const words = fitOfWords(resume.text.slice(title.start, title.end), target.terms);
  return words === "none" ? best : words;
}

function mentionsIn({ mentions }: ParsedResume, start: number, end: number): string[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < mentions.length && (mentions[at]?.start ?? end) < end; at++) {
    found.push(mentions[at]?.skill ?? "");
  }
  return found;
}

/** All the words of a term in the title: the same; only its last one ("planner"): near. */
function fitOfWords(title: string, terms: readonly string[]): TitleFit {
  const words = tokenize(title).filter(({ kind }) => kind === "word");
  const has = new Set(words.map(({ text }) => stem(text)));
  let best: TitleFit = "none";
  for (const term of terms) {
    const wanted = contentStems(term).filter((one) => !isSeniority(one));
    if (wanted.length === 0) continue;
    if (wanted.every((one) => has.has(one))) return "same";
    const heads = tokenize(term).filter(({ text }) => isRoleHead(text)).map(({ text }) => text);
    const isNear = heads.some((head) =>
      !COMMON_HEADS.has(head) &&
      words.some(({ text }) =>
        stem(text) === stem(head) ||
        head.length > text.length && text.length >= 5 && head.endsWith(text)
      )
    );
    const tells = tokenize(term).some(({ kind, text }) =>
      kind === "word" && !isRoleHead(text) && tellingOf(text) >= TELLING && has.has(stem(text))
    );
    if ((isNear || tells) && best === "none") best = "near";
  }
  return best;
}

/** A word that tells so much of the field makes a title with it one close by: "site engineer". */
const TELLING = 0.35;

/** Last words that say rank or nothing: a sales manager is no construction manager. */
const COMMON_HEADS = new Set(
  "manager assistant specialist officer advisor adviser director medewerker consultant coordinator supervisor associate representative lead leader executive agent head hoofd directeur adviseur engineer administrator analyst technician worker assistent begeleider president owner operator intern stagiair trainee expert practitioner partner"
    .split(" "),
);

const MAX_TITLE_LINE = 110;
/** "Compose legal documents for attorneys" holds no title: titles stand in front. */
const MAX_BEFORE_TITLE = 25;
const TITLE_LABEL =
  /^[^\p{L}]{0,3}(?:designation|position|job title|title|role|function|functie|functietitel|rol)\s*[.:–-]+\s*\S{0,30}\s?$/iu;
const AT_COMPANY = /^\s*(?:[-–—@]\s*|(?:at|bij)\s+)[\p{Lu}\d]/u;

/** A title that no dates stand beside: in a section of work, or "Java Developer - Wipro". */
function undatedTitles(resume: ParsedResume, target: SkillTarget): Place[] {
  return occupationPlaces(resume, target).filter((place) => {
    const { line, doubt } = place;
    if (doubt !== null || line.role !== null || line.end - line.start > MAX_TITLE_LINE) {
      return false;
    }
    if (line.zone === "aside") return false;
    const before = resume.text.slice(line.start, place.start);
    const after = resume.text.slice(place.end, line.end);
    if (line.zone === "work") return before.length <= MAX_BEFORE_TITLE && !/[.!?]$/.test(after);
    return TITLE_LABEL.test(before) ||
      (before.length <= MAX_BEFORE_TITLE && !/[.:;]/.test(before) && AT_COMPANY.test(after));
  });
}

/** Where a known occupation, or a kind of it, is named. */
export function occupationPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  if (target.skill === null) return [];
  const narrower = [...neighboursOf(target.skill)].filter(([, { kind }]) => kind === "narrower")
    .map(([id]) => id);
  return [target.skill, ...narrower].flatMap((id) => placesOfSkill(resume, id));
}

/** "Accountant with ten years of experience": said of oneself, with no dated work behind it. */
function claimFinding(
  resume: ParsedResume,
  target: SkillTarget,
  named: Record<string, string>,
  tried: readonly string[],
): Finding {
  const places = occupationPlaces(resume, target);
  const claims = places.filter(({ doubt, line }) =>
    doubt === null && line.zone !== "aside" && line.role === null
  );
  if (claims.length > 0) {
    return {
      verdict: "PARTIAL",
      reason: { code: "title_claimed", params: named },
      evidence: quotesOf(resume, claims),
      tried,
      strength: 20,
    };
  }
  for (const code of ["denied", "wished", "others"] as const) {
    const place = places.find(({ doubt }) => doubt?.doubt === code);
    if (place === undefined) continue;
    const quote = quotesOf(resume, [place])[0]?.text ?? "";
    return { ...nothing(named, tried), reason: { code, params: { ...named, quote } } };
  }
  return nothing(named, tried);
}

function nothing(named: Record<string, string>, tried: readonly string[]): Finding {
  return {
    verdict: "NO",
    reason: { code: "title_absent", params: named },
    evidence: [],
    tried,
    strength: 0,
  };
}
