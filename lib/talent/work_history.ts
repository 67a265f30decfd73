import { type DateRange, findDateRanges, type Now } from "./dates.ts";
import { isPlaceInCountry } from "./countries.ts";
import type { Section } from "./sections.ts";
import { isRoleHead } from "./roles.ts";
import { bulletLength, lines, tokenize, trimSpan } from "./text.ts";
import type { Span } from "./types.ts";

/** A stretch of work, a project or a voluntary job, with its heading and what is told of it. */
export interface Role extends Span {
  readonly kind: "work" | "project" | "volunteering";
  /** The lines with title, organisation and dates. */
  readonly head: Span;
  /** "Backend engineer"; null when no words stand beside the dates. */
  readonly title: Span | null;
  readonly organisation: Span | null;
  /** What of the heading is neither; the place may be among it. */
  readonly others: readonly Span[];
  /** The place that stands behind the dates, with its country behind it; null where none does. */
  readonly place: Span | null;
  readonly range: DateRange;
}

interface Line extends Span {
  readonly text: string;
  readonly isBullet: boolean;
  /** Whether an empty line, or the section's edge, stands before it. */
  readonly isAfterGap: boolean;
  /** The stretch of time that the line gives, offsets within the whole text. */
  readonly range: DateRange | null;
  /** What the line says beside the dates, unless that is where it was. */
  readonly rest: string;
  /** Whether the dates are followed by a place and its country, and by nothing else. */
  readonly isPlaced: boolean;
}

const MAX_HEAD = 120;
const MAX_ABOVE = 90;
const MAX_SINGLE = 70;
/** "3 years 2 months", as some profiles have it beside the dates. */
const DURATION = /\d{1,2}\s?(?:years?|yrs?|jaar|jr|months?|mos?|maand(?:en)?|mnd)\.?/giu;
const DURATIONS = new RegExp(`\\(\\s*(?:${DURATION.source}[\\s,]*){1,2}\\)`, "giu");
const DURATIONS_ONCE = new RegExp(DURATIONS.source, "iu");

const KINDS: Readonly<Partial<Record<Section["kind"], Role["kind"]>>> = {
  experience: "work",
  summary: "work",
  other: "volunteering",
  projects: "project",
  volunteering: "volunteering",
};

/**
 * Finds the dated roles of a résumé: dates before or after the title, on one line or two, on a line
 * of their own, or behind a bullet.
 *
 * @returns In the order of the text; roles never overlap.
 */
export function readRoles(text: string, sections: readonly Section[], now: Now): Role[] {
  const roles: Role[] = [];
  for (const section of sections) {
    const kind = KINDS[section.kind];
    if (kind === undefined) continue;
    roles.push(...rolesIn(text, section, kind, now));
  }
  return roles;
}

function rolesIn(text: string, section: Section, kind: Role["kind"], now: Now): Role[] {
  const isNamed = section.kind !== "summary" && section.kind !== "other";
  const all = readLines(text, section.body, now, isNamed);
  const anchors = pickAnchors(all);
  const isDatesFirst = datesComeFirst(all, anchors);
  const heads: { first: number; last: number; anchor: number }[] = [];
  let floor = 0;
  for (let i = 0; i < anchors.length; i++) {
    const anchor = anchors[i] ?? 0;
    const ceiling = (anchors[i + 1] ?? all.length) - 1;
    const head = headAround(all, anchor, floor, ceiling, isDatesFirst);
    heads.push({ ...head, anchor });
    floor = head.last + 1;
  }
  const roles = heads.flatMap((head, at) => {
    const next = heads[at + 1]?.first ?? all.length;
    const last = isNamed ? next - 1 : blockEnd(all, head.last, next);
    const role = toRole(text, all, head, last, kind);
    return role === null ? [] : [{ ...head, role }];
  });
  return underOrganisations(text, all, roles);
}

function readLines(text: string, body: Span, now: Now, singles: boolean): Line[] {
  let previousEnd = -1;
  return lines(text, body).map((span) => {
    const line = text.slice(span.start, span.end);
    const skip = bulletLength(line);
    const range = /\d/.test(line) ? pickRange(line, now, singles) : null;
    const beside = range === null
      ? ""
      : `${line.slice(skip, range.start)} ${line.slice(range.end)}`;
    const isPlaced = range !== null && line.slice(skip, range.start).trim() === "" &&
      isPlaceInCountry(line.slice(range.end));
    const gap = previousEnd < 0 ? "\n\n" : text.slice(previousEnd, span.start);
    previousEnd = span.end;
    return {
      ...span,
      text: line,
      isBullet: skip > 0,
      isAfterGap: gap.split("\n").length > 2,
      range: range === null
        ? null
        : { ...range, start: span.start + range.start, end: span.start + range.end },
      isPlaced,
      rest: range === null
        ? line
        : isPlaced
        ? ""
        : beside.replace(DURATIONS, " ").replace(/[\s()[\]|,;:·•–—-]+/g, " ").trim(),
    };
  });
}

/** The dates of a line; those in running prose are none of a role. */
function pickRange(line: string, now: Now, singles: boolean): DateRange | null {
  for (const range of findDateRanges(line.slice(0, 400), now)) {
    const before = line.slice(0, range.start).trim();
    const after = line.slice(range.end).trim();
    const atEdge = bulletLength(`${before} `) >= before.length ||
      /^[)\].,;:\s]*$/.test(after) || opensTelling(before, after);
    if (range.single && !(singles && (before === "" || after.replace(/[)\].]/g, "") === ""))) {
      continue;
    }
    if (!atEdge && before.length + after.length > MAX_HEAD) continue;
    if (!atEdge && /[.!?]\s+\p{Lu}/u.test(before)) continue;
    return range;
  }
  return null;
}

/** "Designer, Acme, 2008 to date. Conveyors …": the dates end what opens a line that tells more. */
function opensTelling(before: string, after: string): boolean {
  return before.length <= MAX_ABOVE && /^\)?[.:]\s/.test(after) && !/[.!?]\s/.test(before);
}

/** Whether a line names an occupation, or a kind of work. */
function hasTitle(line: string): boolean {
  return hasOccupation(line) || tokenize(line).some(({ text }) => OTHER_TITLES.has(text));
}

function isTitled(line: Line | undefined): boolean {
  return line !== undefined && hasTitle(line.text.slice(0, MAX_HEAD));
}

function hasOccupation(line: string): boolean {
  return tokenize(line).some(({ kind, text }) => kind === "word" && isRoleHead(text));
}

const OTHER_TITLES = new Set(
  ("stage stages internship placement traineeship bijbaan vrijwilliger vrijwilligerswerk volunteer freelance freelancer zzp zzper self employed zelfstandig eigenaar eigen founder owner partner chairman board bestuurslid penningmeester voorzitter")
    .split(" "),
);

const STUDY =
  /\b(?:bachelor|master|b\.?sc|m\.?sc|mba|ph\.?d|hbo|mbo|havo|vwo|vmbo|degree|diploma|university|universiteit|hogeschool|college|school|roc)\b/i;
const EVERY_STUDY = new RegExp(STUDY.source, "gi");

function pickAnchors(all: readonly Line[]): number[] {
  const dated: number[] = [];
  for (let at = 0; at < all.length; at++) {
    const line = all[at];
    if (line === undefined || line.range === null) continue;
    if (STUDY.test(line.text) && !hasOccupation(line.rest.replace(EVERY_STUDY, ""))) continue;
    if (line.range.single && (line.isBullet || line.rest.length > MAX_SINGLE)) continue;
    if (isSince(line) && !isTitled(line) && line.rest !== "") continue;
    dated.push(at);
  }
  const plain = dated.filter((at) => all[at]?.isBullet === false);
  if (plain.length === 0) return dated.filter((at) => all[at]?.range?.single === false);
  return dated.filter((at) => plain.includes(at) || isTitledBullet(all[at]));
}

/** "ADR certificate since 2018": how long something holds rather than a role. */
function isSince({ text, start, range }: Line): boolean {
  return range !== null && /^(?:since|sinds|vanaf|as of)/i.test(text.slice(range.start - start));
}

/** "- Stage wijkverpleging, Careyn, feb 2025 – jun 2025: …" */
function isTitledBullet(line: Line | undefined): boolean {
  if (line === undefined || line.range === null || line.range.single) return false;
  const before = line.text.slice(0, line.range.start - line.start);
  return before.length <= MAX_SINGLE && hasTitle(before);
}

/** Whether the section puts dates above titles: its first line is nothing but dates. */
function datesComeFirst(all: readonly Line[], anchors: readonly number[]): boolean {
  const first = anchors[0];
  if (first === undefined) return false;
  const line = all[first];
  return line !== undefined && line.rest === "" && !isHeadLine(all, first - 1);
}

function headAround(
  all: readonly Line[],
  anchor: number,
  floor: number,
  ceiling: number,
  isDatesFirst: boolean,
): { first: number; last: number } {
  const line = all[anchor];
  let first = anchor;
  let last = anchor;
  const needsTitle = line !== undefined && (line.rest === "" || !hasTitle(line.rest));
  if (needsTitle && !isDatesFirst && line.text.length <= MAX_HEAD) {
    for (let up = anchor - 1; up >= floor && anchor - up <= 2; up--) {
      if (!isHeadLine(all, up) || (all[up + 1]?.isAfterGap && !isTitled(all[up]))) break;
      if (!isTitleHere(all, up, floor)) continue;
      first = up;
    }
  }
  if (line?.rest === "" && first === anchor) {
    for (let down = anchor + 1; down <= ceiling && down - anchor <= 2; down++) {
      if (!isHeadLine(all, down) || (down - anchor === 2 && hasTitleAt(all, anchor + 1))) break;
      last = down;
    }
  } else if (isSecondHalf(all, anchor + 1, first, anchor) && anchor + 1 <= ceiling) {
    last = anchor + 1;
  }
  return { first, last };
}

/** A line that may hold a title or an organisation: short, no bullet, no sentence. */
function isHeadLine(all: readonly Line[], at: number): boolean {
  const line = all[at];
  return line !== undefined && !line.isBullet && line.text.length <= MAX_ABOVE &&
    line.range === null && !/[.;:!?]$/.test(line.text) && /\p{L}/u.test(line.text) &&
    !isDuration(line.text);
}

/** Whether the line above the dates opens the role rather than ending the one before. */
function isTitleHere(all: readonly Line[], at: number, floor: number): boolean {
  const line = all[at];
  if (line === undefined) return false;
  return isTitled(line) || line.isAfterGap || at === floor || all[at - 1]?.isBullet === true ||
    all[at + 1]?.rest === "";
}

function hasTitleAt(all: readonly Line[], at: number): boolean {
  return isTitled(all[at]);
}

/** Below "Acme BV, 2019 – 2021" stands "Backend engineer". */
function isSecondHalf(all: readonly Line[], at: number, first: number, anchor: number): boolean {
  const hasOne = all.slice(first, anchor + 1).some((line) => hasTitle(line.rest));
  return !hasOne && isHeadLine(all, at) && hasTitleAt(all, at) && all[at]?.isAfterGap === false;
}

/** Whether a line or a part of one says how long something lasted, and nothing else. */
function isDuration(said: string): boolean {
  return said.length <= 40 && said.replace(DURATION, "").trim() === "" && /\d/.test(said);
}

/** A firm's name may end in a dot ("B.V."), unlike a title. */
function isShort({ isBullet, range, text }: Line): boolean {
  return !isBullet && range === null && text.length <= MAX_ABOVE;
}

/**
 * Roles that stand below one organisation with the time spent there ("Acme", "5 years 2 months")
 * are all with it, until a role names another.
 */
function underOrganisations(
  text: string,
  all: readonly Line[],
  roles: readonly { readonly first: number; readonly last: number; readonly role: Role }[],
): Role[] {
  let shared: Span | null = null;
  return roles.map(({ first, last, role }) => {
    const above = all[first - 2];
    if (isDuration(all[first - 1]?.text ?? "") && above && isShort(above)) {
      shared = trimSpan(text, above);
    } else if (role.organisation !== null) shared = null;
    const organisation: Span | null = role.organisation ?? shared;
    const below = all[last + 1];
    const isPlaced = organisation !== null && role.others.length === 0 && below !== undefined &&
      below.end <= role.end && DURATIONS_ONCE.test(all[last]?.text ?? "") &&
      isHeadLine(all, last + 1);
    const others = isPlaced ? splitPiece(text, below) : role.others;
    return { ...role, organisation, others };
  });
}

/** Outside a section of work, a role ends where the next empty line stands. */
function blockEnd(all: readonly Line[], headLast: number, next: number): number {
  for (let at = headLast + 1; at < next; at++) {
    if (all[at]?.isAfterGap && (at > headLast + 1 || !all[at]?.isBullet)) return at - 1;
  }
  return next - 1;
}

function toRole(
  text: string,
  all: readonly Line[],
  { first, last, anchor }: { first: number; last: number; anchor: number },
  end: number,
  kind: Role["kind"],
): Role | null {
  const range = all[anchor]?.range;
  const [top, bottom, foot] = [all[first], all[last], all[Math.max(end, last)]];
  if (!range || top === undefined || bottom === undefined || foot === undefined) return null;
  const head = all.slice(first, last + 1);
  const places = headPieces(text, head.filter(({ isPlaced }) => isPlaced), range);
  const pieces = headPieces(text, head.filter(({ isPlaced }) => !isPlaced), range);
  const title = pieces.find((piece) => hasTitle(text.slice(piece.start, piece.end))) ?? pieces[0] ??
    null;
  const organisation = pieces.find((piece) => piece !== title && piece.end - piece.start > 1) ??
    null;
  return {
    kind,
    start: top.start,
    end: foot.end,
    head: { start: top.start, end: bottom.end },
    title,
    organisation,
    others: pieces.filter((piece) => piece !== title && piece !== organisation),
    place: places[0] ?? null,
    range,
  };
}

const SEPARATOR =
  /\s+[–—|•·@-]\s+|(?<=\p{L}{4})\.\s+(?=\p{Lu})|\s*[,;:|•()\t]\s*|\s{3,}|\s+(?:at|bij)\s+/giu;
const MAX_TITLE = 80;

/** The parts of a role's heading, dates left out. */
function headPieces(text: string, head: readonly Line[], range: DateRange): Span[] {
  const pieces: Span[] = [];
  for (const line of head) {
    const skip = bulletLength(line.text);
    const parts = line.range === range
      ? [{ start: line.start + skip, end: range.start }, { start: range.end, end: line.end }]
      : [{ start: line.start + skip, end: line.end }];
    for (const part of parts) pieces.push(...splitPiece(text, part));
  }
  return pieces;
}

function splitPiece(text: string, part: Span): Span[] {
  const pieces: Span[] = [];
  const words = text.slice(part.start, Math.min(part.end, part.start + 300));
  let from = 0;
  for (const match of [...words.matchAll(SEPARATOR), null]) {
    const end = match?.index ?? words.length;
    const piece = trimSpan(text, { start: part.start + from, end: part.start + end });
    const length = piece.end - piece.start;
    const said = text.slice(piece.start, piece.end);
    if (length > 1 && length <= MAX_TITLE && /\p{L}/u.test(said) && !isDuration(said)) {
      pieces.push(piece);
    }
    from = match === null ? end : match.index + match[0].length;
  }
  return pieces;
}
