import { findDates, isPast } from "./dates.ts";
import { doubtAt } from "./denial.ts";
import { bestOf, type Finding } from "./finding.ts";
import { lexicon } from "./lexicon.ts";
import { nameOf, no } from "./skill_finding.ts";
import { neighboursOf } from "./neighbours.ts";
import { type Place, placesOf, placesOfSkill, quotesOf, shownPlaces, triedOf } from "./places.ts";
import { type Line, lineAt, type ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";
import type { Reason, Span } from "./types.ts";

const LAPSED =
  /\b(?:expired|lapsed|revoked|suspended|withdrawn|no longer (?:valid|registered|held)|not renewed|surrendered|invalid|verlopen|vervallen|ingetrokken|geschorst|doorgehaald|uitgeschreven|niet (?:meer )?geldig|niet verlengd|ongeldig)\b/i;
const EXPIRY =
  /\b(?:valid (?:until|till|to|through|thru)|expires?(?: on| in)?|expiring|expiry(?: date)?|exp\.?|good until|geldig (?:tot(?: en met)?|t\/m)|vervalt(?: op| in)?|verloopt(?: op| in)?|geldigheid(?:sdatum)?|einddatum|registered until|(?:geregistreerd|ingeschreven) (?:tot(?: en met)?|t\/m)|tot en met|t\/m|until)\s*:?\s*/i;
const PENDING =
  /\b(?:in progress|pending|applied for|application (?:submitted|filed)|awaiting|expected|scheduled|studying for|preparing for|working towards?|currently (?:completing|obtaining|studying|following)|to be obtained|candidate|in training|enrolled|exam (?:booked|planned|in)|aangevraagd|in (?:aanvraag|behandeling|opleiding)|bezig met|verwacht|gepland|nog te behalen|lopend|studeer voor|volgt nu|in afwachting)\b/i;

/** What holds more: who may drive a lorry with a trailer may drive a car. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  "driving-licence-b": [
    "driving-licence-be",
    "driving-licence-c",
    "driving-licence-ce",
    "driving-licence-d",
  ],
  "driving-licence-c": ["driving-licence-ce"],
  "vca": ["vca-basic", "vca-vol"],
  "vca-basic": ["vca-vol"],
  "second-degree-teaching-qualification": ["first-degree-teaching-qualification"],
};

type State = "held" | "lapsed" | "pending" | "denied" | "others" | "wished" | "weak";

/** Judges a licence, registration, certificate or permit: stated and valid, pending, or lapsed. */
export function judgeCredential(resume: ParsedResume, target: SkillTarget): Finding {
  if (target.skill === "work-permit" || target.skill === "eu-citizenship") {
    const citizen = judgeCitizen(resume, target);
    if (citizen !== null) return citizen;
  }
  const places = [
    ...placesOf(resume, target),
    ...categoryPlaces(resume, target),
    ...acronymPlaces(resume, target),
  ];
  const wider = (INCLUDED[target.skill ?? ""] ?? []).flatMap((id) => placesOfSkill(resume, id));
  const findings = [...places.filter(({ share }) => share >= 1), ...wider].map((place) =>
    judgePlace(resume, target, place)
  );
  const best = bestOf(findings);
  const grave = findings.find(({ reason }) => reason.code === "lapsed" || reason.code === "denied");
  if (
    best !== null && best.verdict === "YES" && best.reason.code !== "held" && grave !== undefined
  ) return grave;
  if (best !== null && best.verdict !== "NO") return best;
  if (grave !== undefined) return grave;
  return nearCredential(resume, target) ?? partly(resume, target, places) ?? best ??
    no(target, { code: "absent", params: nameOf(target) }, 0);
}

function judgePlace(resume: ParsedResume, target: SkillTarget, place: Place): Finding {
  const state = stateOf(resume, place);
  const [quote] = quotesOf(resume, [place]);
  const params = { ...nameOf(target), quote: quote?.text ?? "" };
  const evidence = quote === undefined ? [] : [quote];
  const tried = triedOf(target);
  if (state === "held") {
    const isBare = place.line.zone === "claim" && isPile(resume, place.line);
    return isBare
      ? { verdict: "PARTIAL", reason: { code: "claimed", params }, evidence, tried, strength: 20 }
      : { verdict: "YES", reason: { code: "held", params }, evidence, tried, strength: 100 };
  }
  if (state === "pending" || state === "weak") {
    return {
      verdict: "PARTIAL",
      reason: { code: "pending", params },
      evidence,
      tried,
      strength: 50,
    };
  }
  return no(target, { code: state, params }, 5);
}

/** "Keywords: BIG, wound care, …": a line of many names, none of which the rest supports. */
function isPile(resume: ParsedResume, line: Line): boolean {
  const words = resume.text.slice(line.start, Math.min(line.end, line.start + 600));
  if (words.split(",").length < 6) return false;
  let skills = 0;
  for (const [id, places] of resume.bySkill) {
    const type = lexicon().skillById(id)?.type;
    if (type !== "skill" && type !== "tool" && type !== "method" && type !== "knowledge") continue;
    if (!places.some(({ start }) => start >= line.start && start < line.end)) continue;
    if (shownPlaces(placesOfSkill(resume, id)).length > 0) return false;
    skills++;
  }
  return skills >= 3;
}

function stateOf(resume: ParsedResume, place: Place): State {
  const near = wordsAround(resume, place);
  if (isLapsed(resume, near)) return "lapsed";
  if (place.doubt !== null && place.doubt.doubt !== "weak") return place.doubt.doubt;
  if (PENDING.test(resume.text.slice(near.start, near.end))) return "pending";
  return place.doubt === null ? "held" : "weak";
}

/** The words that tell of one credential: its part of the line, and a validity on the next one. */
function wordsAround(resume: ParsedResume, place: Place): Span {
  const { text, lines } = resume;
  const { line } = place;
  if (isOwnLine(resume, line)) return line;
  const from = lastMark(text, Math.max(line.start, place.start - 80), place.start);
  const to = firstMark(text, place.end, Math.min(line.end, place.end + 120));
  const next = lineAt(lines, nextStart(text, line.end));
  const isValidity = next !== null && to === line.end &&
    EXPIRY.exec(text.slice(next.start, next.start + 30))?.index === 0;
  return { start: from, end: isValidity ? Math.min(next.end, next.start + 80) : to };
}

const OWN_LINE = 140;

/** A line among studies or certificates that names one credential tells of that one alone. */
function isOwnLine({ text, bySkill }: ParsedResume, line: Line): boolean {
  if (line.zone !== "study" && line.zone !== "certificate") return false;
  if (line.end - line.start > OWN_LINE || /[;|•\n]/.test(text.slice(line.start, line.end))) {
    return false;
  }
  let named = 0;
  for (const [id, places] of bySkill) {
    const type = lexicon().skillById(id)?.type;
    if (type !== "licence" && type !== "certificate") continue;
    named += places.filter(({ start }) => start >= line.start && start < line.end).length;
  }
  return named <= 1;
}

function nextStart(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < 8 && /[\s•*–-]/.test(text[at] ?? "x")) at++;
  return at;
}

function lastMark(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    if (";|•\n".includes(text[at] ?? " ") || (text[at] === "," && !/\d/.test(text[at + 2] ?? ""))) {
      return at + 1;
    }
  }
  return from;
}

/** A comma before a name opens another entry; before "valid until" or a year it does not. */
function firstMark(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const char = text[at] ?? "";
    if (";|•\n".includes(char)) return at;
    if (
      char === "," &&
      !/^,\s*(?:\d|valid|exp|geldig|t\/m|tot|verl|verv|in |expected|verwacht|pending|aangevraagd|lapsed|no longer|niet|ingetrokken|not)/i
        .test(text.slice(at, at + 24))
    ) return at;
  }
  return to;
}

function isLapsed(resume: ParsedResume, near: Span): boolean {
  const words = resume.text.slice(near.start, near.end);
  const expiry = EXPIRY.exec(words);
  if (expiry !== null) {
    const [until] = findDates(words.slice(expiry.index));
    if (until !== undefined && isPast(until, resume.now)) return true;
    if (until !== undefined) return false;
  }
  if (!LAPSED.test(words)) return false;
  const [date] = findDates(words);
  // "Expires in 2031" lies ahead; "verlopen" without a date is over.
  return date === undefined || isPast(date, resume.now) ||
    /\b(?:verlopen|expired|lapsed)\b/i.test(words);
}

const DRIVING =
  /(?:rijbewij(?:s|zen)|driv(?:ing|er'?s?) licen[cs]es?)\s*(?:cat(?:egor(?:y|ies|ie(?:en|ën)?))?\.?)?\s*[:(]?\s*((?:(?:A1|A2|AM|A|BE|B\+E|B|C1E|C1|CE|C\+E|C|D1|D|DE|T)(?:\s*(?:,|\/|en|and|&|\+)\s*)?){1,8})(?![\p{L}])/giu;
const CATEGORY = /^driving-licence-([a-z]+)$/;

/** "Rijbewijs: A, B en BE": categories that stand apart from the word. */
function categoryPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  const wanted = CATEGORY.exec(target.skill ?? "")?.[1]?.toUpperCase();
  if (wanted === undefined) return [];
  const places: Place[] = [];
  for (const match of resume.text.matchAll(DRIVING)) {
    const categories = (match[1] ?? "").toUpperCase().replaceAll("B+E", "BE").replaceAll(
      "C+E",
      "CE",
    ).split(/[^A-Z0-9]+/);
    const holds = categories.includes(wanted) || (wanted === "B" && categories.some((one) =>
      /^(?:BE|C|CE|D|C1|D1|C1E|DE)$/.test(one)
    )) ||
      (wanted === "C" && categories.includes("CE"));
    if (!holds) continue;
    const end = match.index + match[0].trimEnd().length;
    const start = end - (match[1] ?? "").trimEnd().length;
    const line = lineAt(resume.lines, start) ?? lineAt(resume.lines, match.index);
    if (line === null) continue;
    places.push({ start, end, line, share: 1, doubt: doubtAt(resume.doubts, { start, end }) });
  }
  return places;
}

const MARKS_OF_REGISTRATION =
  /\d{5,}|regist|nummer|number|geldig|valid|certifi|t\/m|diploma|member|lid\b|titel|programme|program\b|opleiding|exam|in progress/i;

/** "BIG: 49012345630": the letters alone, beside a number or a word of registration. */
function acronymPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  const places: Place[] = [];
  const letters = new Set(
    triedOf(target).flatMap((term) => term.match(/(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/gu) ?? []),
  );
  for (const line of resume.lines) {
    if (line.end - line.start > 300 || letters.size === 0) continue;
    const words = resume.text.slice(line.start, line.end);
    for (const letter of letters) {
      const at = words.search(new RegExp(`(?<![\\p{L}\\p{N}])${letter}(?![\\p{L}\\p{N}])`, "u"));
      if (at < 0 || !MARKS_OF_REGISTRATION.test(words)) continue;
      const span = { start: line.start + at, end: line.start + at + letter.length };
      places.push({ ...span, line, share: 1, doubt: doubtAt(resume.doubts, span) });
    }
  }
  return places;
}

const EU =
  "austrian|belgian|bulgarian|croatian|cypriot|czech|danish|dutch|estonian|finnish|french|german|greek|hungarian|irish|italian|latvian|lithuanian|luxembourgish|maltese|polish|portuguese|romanian|slovak|slovenian|slovene|spanish|swedish|norwegian|icelandic|swiss|eu|e\\.u\\.|eea|european";
const EU_NL =
  "nederlandse?|belgische?|duitse?|franse?|spaanse?|italiaanse?|poolse?|portugese?|ierse?|griekse?|zweedse?|deense?|finse?|oostenrijkse?|roemeense?|bulgaarse?|hongaarse?|tsjechische?|slowaakse?|kroatische?|europese?|eu";
const CITIZEN = new RegExp(
  `(?<!\\p{L})(?:(?:${EU}) (?:citizen(?:ship)?|national(?:ity)?|passport)|citizen of (?:the )?(?:eu|netherlands|european union|germany|france|belgium|ireland|spain|italy|poland)|(?:${EU_NL})[ -](?:nationaliteit|paspoort|burger|staatsburger)|(?:nationality|nationaliteit|citizenship)\\s*:?\\s*(?:${EU}|${EU_NL}))(?!\\p{L})`,
  "iu",
);
const NEEDS_PERMIT =
  /\b(?:(?:need|require|requires|needs)(?: a| an)? (?:work (?:permit|visa)|visa|sponsorship)|visa sponsorship (?:needed|required)|(?:werkvergunning|visum|tewerkstellingsvergunning) nodig)\b/i;

/** The right to work in the EU, by citizenship; null when the résumé says nothing of it. */
function judgeCitizen(resume: ParsedResume, target: SkillTarget): Finding | null {
  for (const [shape, isNeeded] of [[NEEDS_PERMIT, true], [CITIZEN, false]] as const) {
    const match = shape.exec(resume.text);
    if (match === null) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const line = lineAt(resume.lines, span.start);
    if (line === null) continue;
    const evidence = quotesOf(resume, [{ ...span, line, share: 1, doubt: null }]);
    const params = { ...nameOf(target), quote: evidence[0]?.text ?? "" };
    if (isNeeded) return no(target, { code: "denied", params }, 5);
    return {
      verdict: "YES",
      reason: { code: "held", params },
      evidence,
      tried: triedOf(target),
      strength: 100,
    };
  }
  return null;
}

/** What can be held: a skill, however near, is no certificate. */
function isPaper(id: string): boolean {
  const type = lexicon().skillById(id)?.type;
  return type === "licence" || type === "certificate";
}

/** A neighbouring credential that is held: the British title for the Dutch one. */
function nearCredential(resume: ParsedResume, target: SkillTarget): Finding | null {
  if (target.skill === null) return null;
  for (const [id, { kind }] of neighboursOf(target.skill)) {
    if (!resume.bySkill.has(id) || !isPaper(id)) continue;
    const places = placesOfSkill(resume, id).filter((place) => stateOf(resume, place) === "held");
    if (places.length === 0) continue;
    const reason: Reason = {
      code: `near_${kind}`,
      params: { ...nameOf(target), found: id, months: 0, roles: 0, current: 0 },
    };
    return {
      verdict: "PARTIAL",
      reason,
      evidence: quotesOf(resume, places),
      tried: triedOf(target),
      strength: 30,
    };
  }
  return null;
}

function partly(
  resume: ParsedResume,
  target: SkillTarget,
  places: readonly Place[],
): Finding | null {
  const some = places.filter((place) => place.share < 1 && stateOf(resume, place) === "held");
  const [first] = some;
  if (first === undefined) return null;
  const found = resume.text.slice(first.start, Math.min(first.end, first.start + 60)).replace(
    /\s+/g,
    " ",
  );
  return {
    verdict: "PARTIAL",
    reason: { code: "partly", params: { ...nameOf(target), found } },
    evidence: quotesOf(resume, some),
    tried: triedOf(target),
    strength: 10,
  };
}
