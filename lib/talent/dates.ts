import type { Span } from "./types.ts";

/** Months are counted from year 0: `year × 12 + month`, with January 0. */
export type MonthIndex = number;

/** A date in a text, as exactly as the text has it. */
export interface DatePoint extends Span {
  readonly year: number;
  /** 0 (January) to 11, or null when only the year is given. */
  readonly month: number | null;
  /** 1 to 31, or null. */
  readonly day: number | null;
  /** Two digits that are a year only beside another date: "03/19". */
  readonly weak: boolean;
}

/** A stretch of time in a text. `text.slice(start, end)` is the words that give it. */
export interface DateRange extends Span {
  /** The first month. */
  readonly from: MonthIndex;
  /** The month after the last one; always more than `from`. */
  readonly to: MonthIndex;
  /** It lasts until now: "2018–heden". */
  readonly current: boolean;
  /** One date instead of two: "2015" is that year, "mei 2015" that month. */
  readonly single: boolean;
}

/** The day that counts as today. */
export interface Now {
  /** The first month that is not over (from the 16th on, the month counts as over). */
  readonly month: MonthIndex;
  readonly year: number;
  readonly day: number;
  /** The month of the day itself. */
  readonly calendarMonth: MonthIndex;
}

const MONTHS: readonly RegExp[] = [
  /^jan/i,
  /^feb/i,
  /^(?:mar|maart|mrt)/i,
  /^apr/i,
  /^(?:may|mei)/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^o[ck]t/i,
  /^nov/i,
  /^dec/i,
];

const MONTH = "(?:jan(?:uar[yi])?|feb(?:ruar[yi])?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|" +
  "june?|juni|july?|juli|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|" +
  "dec(?:ember)?)";
const YEAR = "(?:19[4-9]\\d|20\\d\\d)";
const YY = "['’‘`]\\s?\\d\\d";
const MM = "(?:0?[1-9]|1[0-2])";
const DD = "(?:0?[1-9]|[12]\\d|3[01])";
const PART = "(?:spring|summer|autumn|fall|winter|voorjaar|lente|zomer|najaar|herfst|" +
  "q[1-4]|early|mid|late|begin|medio|eind)";
const PRESENT = "(?:the\\s)?(?:presently|present|now|currently|current|today|date|ongoing|" +
  "still\\semployed|heden|nu(?:\\stoe)?|huidige?|vandaag|tegenwoordig|lopend|doorlopend)";
const END = "(?![\\p{L}\\p{N}])";

/** The first alternative that fits at a place wins. */
const POINTS: readonly { readonly shape: RegExp; readonly read: (m: Groups) => Partial<Parts> }[] =
  [
    {
      shape: sticky(`(?<y>${YEAR})(?<s>[-/.])(?<m>${MM})(?:\\k<s>(?<d>${DD}))?${END}`),
      read: (g) => ({ year: Number(g.y), month: Number(g.m) - 1, day: day(g.d) }),
    },
    {
      shape: sticky(`(?<a>${DD})(?<s>[-/.])(?<b>${DD})\\k<s>(?<y>${YEAR}|${YY}|\\d\\d)${END}`),
      read: readThreeNumbers,
    },
    {
      shape: sticky(`(?<m>${MM})\\s?[-/.]\\s?(?<y>${YEAR})${END}`),
      read: (g) => ({ year: Number(g.y), month: Number(g.m) - 1 }),
    },
    {
      shape: sticky(`(?<m>0[1-9]|1[0-2])\\s?(?:[-/.]\\s?['’]?|['’])(?<y>\\d\\d)${END}`),
      read: (g) => ({ year: century(g.y), month: Number(g.m) - 1, weak: true }),
    },
    {
      shape: sticky(
        `(?<n>${MONTH})(?!\\p{L})\\.?,?[\\s/-]{0,3}(?:(?<d>${DD})(?:st|nd|rd|th)?,?\\s{1,3})?` +
          `(?:of\\s|van\\s)?(?<y>${YEAR}|${YY})${END}`,
      ),
      read: (g) => ({ year: century(g.y), month: monthOf(g.n), day: day(g.d) }),
    },
    {
      shape: sticky(`(?<n>${MONTH})(?!\\p{L})\\.?[\\s-]{0,3}(?<y>\\d\\d)${END}`),
      read: (g) => ({ year: century(g.y), month: monthOf(g.n), weak: true }),
    },
    {
      shape: sticky(
        `(?<d>${DD})(?:st|nd|rd|th|e)?[\\s.-]{1,3}(?:of\\s)?(?<n>${MONTH})(?!\\p{L})\\.?,?` +
          `[\\s-]{0,3}(?<y>${YEAR}|${YY})${END}`,
      ),
      read: (g) => ({ year: century(g.y), month: monthOf(g.n), day: day(g.d) }),
    },
    {
      shape: sticky(`(?<y>${YEAR})\\s{0,2}\\((?<n>${MONTH})(?!\\p{L})\\.?\\)`),
      read: (g) => ({ year: Number(g.y), month: monthOf(g.n) }),
    },
    {
      shape: sticky(`(?<p>${PART})[\\s-](?:of\\s|van\\s)?(?<y>${YEAR})${END}`),
      read: (g) => ({ year: Number(g.y), month: monthOfPart(g.p ?? "") }),
    },
    { shape: sticky(`(?<y>${YEAR})${END}`), read: (g) => ({ year: Number(g.y) }) },
    { shape: sticky(`(?<y>${YY})${END}`), read: (g) => ({ year: century(g.y) }) },
  ];

const SEPARATOR = sticky(
  "(?:\\s{0,4}(?:[-–—‒−~→]|\\bt\\/m\\b)\\s{0,4}|\\s{1,4}(?:to|until|till|thru|through|up\\sto|" +
    "t\\.?m\\.?|tot\\sen\\smet|tot\\saan|tot|and|en|/|\\|)\\s{1,4}|\\s{1,4}[-–—]{2}\\s{1,4})" +
    "(?:t\\/m\\s|to\\s|until\\s|tot\\s(?:en\\smet\\s)?)?",
);
const SLASH = sticky("\\s?/\\s?");
const GAP = sticky("(?:\\t|\\s{2,8})");
const NOW_WORD = sticky(`${PRESENT}${END}`);
const OPEN_END = sticky(
  "\\s{0,4}(?:[-–—]{1,2}|onwards?|to\\sdate|tot\\sheden)\\s{0,4}(?=\\)|\\]|$)",
);
const LEAD = sticky(
  "(?:(?<open>since|sinds|vanaf|as\\sof)|from|van|between|tussen)(?:\\sde)?\\s{1,3}",
);
const MONTH_ALONE = sticky(`(?<n>${MONTH})(?!\\p{L})\\.?`);
const SHORT_YEAR = sticky(`(?<y>\\d\\d)${END}`);
const SPAN_OF_YEARS = sticky(`(?<y>${YEAR})\\s?(?<s>[-–/])\\s?(?<e>\\d\\d)${END}`);

/** Places where a date can begin; everything else is skipped. */
const STARTER = new RegExp(
  `(?<![\\p{L}\\p{N}:€$£])(?:${MONTH}(?!\\p{L})|${PART}(?!\\p{L})|\\d{1,4}(?!\\d)|['’‘\`]\\s?\\d\\d|` +
    `(?:since|sinds|vanaf|as\\sof|from|van|between|tussen)\\s|${PRESENT}(?=\\s?[-–—]|\\st\\/m))`,
  "giu",
);

type Groups = Readonly<Record<string, string | undefined>>;
interface Parts {
  year: number;
  month: number | null;
  day: number | null;
  weak: boolean;
}

/**
 * Reads "YYYY-MM-DD".
 *
 * @throws {RangeError} If it is not a date of that form.
 */
export function readNow(now: string): Now {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(now);
  const [year, month, dayOfMonth] = (found ?? []).slice(1).map(Number);
  const valid = year !== undefined && month !== undefined && dayOfMonth !== undefined &&
    month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
  if (!valid) throw new RangeError(`Cannot read "${now}" as a day: write it as YYYY-MM-DD`);
  const calendarMonth = year * 12 + month - 1;
  return { month: calendarMonth + (dayOfMonth > 15 ? 1 : 0), year, day: dayOfMonth, calendarMonth };
}

/**
 * Finds stretches of time in one line: "Mar 2023 – now", "03/2019 - 11/2021", "2018–heden",
 * "sinds 2020", "sept. 2016 t/m mei 2018", "'19 - '21", and single dates.
 *
 * Both months count, so January to December is twelve. Where only years are given, "2016–2019"
 * is three years, the cautious reading. Nothing lasts beyond `now`.
 */
export function findDateRanges(line: string, now: Now): DateRange[] {
  const ranges: DateRange[] = [];
  let from = 0;
  for (const { index } of line.matchAll(STARTER)) {
    if (index < from) continue;
    const range = readRange(line, index, now);
    if (range === null) continue;
    ranges.push(range);
    from = range.end;
  }
  return ranges;
}

/** Finds every date in one line, both ends of a range apart. */
export function findDates(line: string): DatePoint[] {
  const points: DatePoint[] = [];
  let from = 0;
  for (const { index } of line.matchAll(STARTER)) {
    if (index < from) continue;
    const point = readPoint(line, index);
    if (point === null) continue;
    points.push(point);
    from = point.end;
    const separator = matchAt(SEPARATOR, line, from);
    const second = separator && readPoint(line, separator.end);
    if (!second) continue;
    points.push(second);
    from = second.end;
  }
  return points;
}

/** The first month after a date: a year ends with December, a day or a month with that month. */
export function monthAfter(point: Pick<DatePoint, "year" | "month">): MonthIndex {
  return point.month === null ? (point.year + 1) * 12 : point.year * 12 + point.month + 1;
}

/** Whether the date lies before today, as exactly as it is given. */
export function isPast(point: DatePoint, now: Now): boolean {
  if (point.month === null) return point.year < now.year;
  const month = point.year * 12 + point.month;
  if (month !== now.calendarMonth || point.day === null) return month < now.calendarMonth;
  return point.day < now.day;
}

/** How many months the stretches cover together, each month counted once. */
export function countMonths(ranges: readonly Pick<DateRange, "from" | "to">[]): number {
  let months = 0;
  let end = -Infinity;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (to <= end) continue;
    months += to - Math.max(from, end);
    end = to;
  }
  return months;
}

function readRange(line: string, at: number, now: Now): DateRange | null {
  const lead = matchAt(LEAD, line, at);
  const start = lead?.end ?? at;
  const years = readSpanOfYears(line, start);
  if (years !== null) return clip(at, years.end, years.from, years.to, now);
  const backwards = readBackwards(line, start, now);
  if (backwards !== null) return backwards;
  const borrowed = readBorrowedYear(line, start);
  const first = borrowed?.first ?? readPoint(line, start);
  if (first === null) return null;
  const last = borrowed?.last ?? readLast(line, first);
  if (last === "now") return openRange(at, nowEnd(line, first), first, now);
  if (last !== null) return closedRange(at, first, last, now);
  if (first.weak) return null;
  const open = matchAt(OPEN_END, line, first.end);
  if (open !== null || lead?.groups.open) return openRange(at, open?.end ?? first.end, first, now);
  const month = firstMonth(first);
  return clip(start, first.end, month, first.month === null ? month + 12 : month + 1, now, true);
}

/** "2018/19" and "2018-19": a school year, or years with the century left out. */
function readSpanOfYears(line: string, at: number) {
  const match = matchAt(SPAN_OF_YEARS, line, at);
  if (match === null) return null;
  const [year, end] = [Number(match.groups.y), Number(match.groups.e)];
  const later = end - (year % 100);
  const isMonth = end >= 1 && end <= 12;
  if (later < 1 || later > 30 || (isMonth && (match.groups.s === "-" || later > 1))) return null;
  return { end: match.end, from: year * 12, to: (year + later) * 12 };
}

/** "heden – 2018": the newest date first. */
function readBackwards(line: string, at: number, now: Now): DateRange | null {
  const word = matchAt(NOW_WORD, line, at);
  const separator = word && matchAt(SEPARATOR, line, word.end);
  const point = separator && readPoint(line, separator.end);
  return point ? openRange(at, point.end, point, now) : null;
}

/** "Jan – Mar 2019": the first month takes its year from the second. */
function readBorrowedYear(line: string, at: number) {
  const match = matchAt(MONTH_ALONE, line, at);
  const separator = match && matchAt(SEPARATOR, line, match.end);
  const last = separator && readPoint(line, separator.end);
  if (!match || !last || last.month === null || last.weak) return null;
  const month = monthOf(match.groups.n);
  const year = month > last.month ? last.year - 1 : last.year;
  return { first: { ...match, year, month, day: null, weak: false }, last };
}

function readLast(line: string, first: DatePoint): DatePoint | "now" | null {
  const separator = matchAt(SEPARATOR, line, first.end) ?? matchAt(SLASH, line, first.end);
  if (separator !== null) {
    if (matchAt(NOW_WORD, line, separator.end)) return "now";
    const last = readPoint(line, separator.end) ?? readShortYear(line, separator.end, first);
    if (last !== null && last.weak === first.weak) return last;
    return null;
  }
  const gap = matchAt(GAP, line, first.end);
  const last = gap && readPoint(line, gap.end);
  if (!last || (last.month === null) !== (first.month === null)) return null;
  return firstMonth(last) > firstMonth(first) ? last : null;
}

/** "'19 - 21": the second year leans on the first. */
function readShortYear(line: string, at: number, first: DatePoint): DatePoint | null {
  const match = first.month === null ? matchAt(SHORT_YEAR, line, at) : null;
  if (match === null) return null;
  const year = century(match.groups.y);
  return year >= first.year ? { ...match, year, month: null, day: null, weak: false } : null;
}

function nowEnd(line: string, first: DatePoint): number {
  const separator = matchAt(SEPARATOR, line, first.end) ?? matchAt(SLASH, line, first.end);
  const word = separator && matchAt(NOW_WORD, line, separator.end);
  return word?.end ?? first.end;
}

function openRange(start: number, end: number, first: DatePoint, now: Now): DateRange | null {
  const from = firstMonth(first);
  if (from > now.calendarMonth) return null;
  return { start, end, from, to: Math.max(now.month, from + 1), current: true, single: false };
}

function closedRange(start: number, a: DatePoint, b: DatePoint, now: Now): DateRange | null {
  const end = Math.max(a.end, b.end);
  const [first, last] = firstMonth(a) <= firstMonth(b) ? [a, b] : [b, a];
  const from = firstMonth(first);
  const sameYear = last.month === null && last.year === first.year;
  const to = last.month === null && !sameYear ? last.year * 12 : monthAfter(last);
  return clip(start, end, from, Math.max(to, from + 1), now);
}

function clip(
  start: number,
  end: number,
  from: MonthIndex,
  to: MonthIndex,
  now: Now,
  single = false,
): DateRange {
  const current = !single && to > now.month;
  const last = Math.max(Math.min(to, now.month), from + 1);
  return { start, end, from, to: last, current, single };
}

function readPoint(line: string, at: number): DatePoint | null {
  for (const { shape, read } of POINTS) {
    const match = matchAt(shape, line, at);
    if (match === null) continue;
    const parts = { month: null, day: null, weak: false, ...read(match.groups) };
    if (parts.year === undefined || parts.month === -1) continue;
    return { start: match.start, end: match.end, ...parts, year: parts.year };
  }
  return null;
}

function readThreeNumbers(groups: Groups): Partial<Parts> {
  const [a, b] = [Number(groups.a), Number(groups.b)];
  const year = century(groups.y);
  if (b <= 12) return { year, month: b - 1, day: a };
  return a <= 12 ? { year, month: a - 1, day: b } : {};
}

function firstMonth(point: Pick<DatePoint, "year" | "month">): MonthIndex {
  return point.year * 12 + (point.month ?? 0);
}

/** Two digits are this century up to 45: careers begin after 1945 and end before 2045. */
function century(year: string | undefined): number {
  const digits = (year ?? "").replace(/\D/g, "");
  const value = Number(digits);
  if (digits.length === 4) return value;
  return value <= 45 ? 2000 + value : 1900 + value;
}

function monthOf(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.test(name ?? ""));
}

/** The month in which a season, a quarter or a part of a year begins. */
function monthOfPart(part: string): number {
  const quarter = /^q([1-4])$/i.exec(part);
  if (quarter) return (Number(quarter[1]) - 1) * 3;
  if (/^(?:winter|early|begin)$/i.test(part)) return 0;
  if (/^(?:spring|voorjaar|lente)$/i.test(part)) return 3;
  if (/^(?:summer|zomer|mid|medio)$/i.test(part)) return 6;
  return /^(?:late|eind)$/i.test(part) ? 10 : 8;
}

function day(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function sticky(source: string): RegExp {
  return new RegExp(source, "iuy");
}

function matchAt(shape: RegExp, line: string, at: number) {
  shape.lastIndex = at;
  const match = shape.exec(line);
  if (match === null) return null;
  return { start: at, end: at + match[0].length, groups: (match.groups ?? {}) as Groups };
}
