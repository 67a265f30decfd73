import type { Language } from "../lib/talent/types.ts";
import { LOCALE, once } from "./say.ts";

/** "40,000" or "40.000"; at most one decimal. */
export function formatNumber(language: Language, value: number): string {
  return numbers(language).format(value);
}

/** "40,000.125": every decimal up to `decimals`, for figures that a person adds up. */
export function formatExact(language: Language, value: number, decimals = 6): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

/** A share of 1 as "78 %", with a narrow no-break space; whole, so that it never reads above a grade line that it misses. */
export function formatPercent(language: Language, share: number): string {
  return `${numbers(language).format(wholePercent(share))}\u202f%`;
}

/** A share of 1 as "71 %", rounded: for parts of a whole that are to add up. */
export function formatPart(language: Language, share: number): string {
  return `${numbers(language).format(Math.round(share * 100))}\u202f%`;
}

/**
 * A share as whole points, rounded down: 79.6 % must not read as the 80 % that grade A asks for.
 * A hair is added first, so that 0.29 × 100 = 28.999… stays 29.
 */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** "23 November 2026, 14:32" or "23 november 2026, 14.32 uur". */
export function formatDateTime(language: Language, when: Date, timeZone?: string): string {
  const date = dateFormat(LOCALE[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  }).format(when);
  return `${date}, ${formatTime(language, when, timeZone)}`;
}

/** "14:32" or "14.32 uur". */
export function formatTime(language: Language, when: Date, timeZone?: string): string {
  const time = dateFormat(LOCALE[language], {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(when);
  return language === "nl" ? `${time.replace(":", ".")}\u00a0uur` : time;
}

/** A calendar day, `YYYY-MM-DD`, as "23 Nov 2026" or "23 nov 2026". */
export function formatDay(language: Language, day: string): string {
  return days(language).format(new Date(`${day}T00:00:00Z`)).replace(".", "");
}

/** The month of a calendar day, as "November 2026" or "november 2026". */
export function formatMonth(language: Language, day: string): string {
  return dateFormat(LOCALE[language], { month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`));
}

/** A month, `YYYY-MM`, as "Mar 2022" or "mrt 2022". */
export function formatShortMonth(language: Language, month: string): string {
  return dateFormat(LOCALE[language], { month: "short", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${month}-01T00:00:00Z`)).replace(".", "");
}

/** A length in months, as "4 years 8 months" or "8 maanden". */
export function formatMonths(language: Language, months: number): string {
  const parts = [["year", Math.floor(months / 12)], ["month", months % 12]] as const;
  return parts.filter(([unit, count]) => count > 0 || (unit === "month" && months < 1))
    .map(([unit, count]) =>
      numberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count)
    ).join(" ");
}

/** A calendar day within a sentence, as "1 December" or "1 december". */
export function formatDayOfYear(language: Language, day: string): string {
  return dateFormat(LOCALE[language], { day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`));
}

/**
 * When something happened, as near as it needs to be: "just now", "2 minutes ago", "today, 11:05",
 * "yesterday", "20 Nov", "20 Nov 2025".
 */
export function formatWhen(language: Language, when: Date, now: Date, timeZone?: string): string {
  return formatRecent(language, when, now, timeZone) ?? formatDate(language, when, now, timeZone);
}

/** The same within a sentence: "just now", but "on 20 Nov". */
export function formatWhenOn(language: Language, when: Date, now: Date): string {
  const on = { en: "on", nl: "op" }[language];
  return formatRecent(language, when, now) ?? `${on} ${formatDate(language, when, now)}`;
}

function formatRecent(language: Language, when: Date, now: Date, timeZone?: string): string | null {
  const minutes = Math.floor((now.getTime() - when.getTime()) / 60_000);
  if (minutes < 1) return { en: "just now", nl: "zojuist" }[language];
  if (minutes < 60) return relative(language).format(-minutes, "minute");
  // Two days at least, also where one of them has 25 hours: no calendar needs to be asked.
  if (minutes > 49 * 60) return null;
  const days = dayNumber(now, timeZone) - dayNumber(when, timeZone);
  if (days === 0) {
    return `${relative(language).format(0, "day")}, ${formatTime(language, when, timeZone)}`;
  }
  return days === 1 ? relative(language).format(-1, "day") : null;
}

function formatDate(language: Language, when: Date, now: Date, timeZone?: string): string {
  const year = when.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return dateFormat(LOCALE[language], {
    day: "numeric",
    month: "short",
    year,
    timeZone,
  }).format(when).replace(".", "");
}

/** How long something took, in its largest whole unit: "3 days", "2 uur", "1 minute". */
export function formatDuration(language: Language, seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
  return numberFormat(language, { style: "unit", unit, unitDisplay: "long" })
    .format(Math.floor(seconds / length));
}

/** The same with a decimal where it tells something: "2.4 days", "3,5 uur". */
export function formatLength(language: Language, seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
  const maximumFractionDigits = seconds < 10 * length ? 1 : 0;
  return numberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits,
  }).format(seconds / length);
}

const UNITS = [["day", 86_400], ["hour", 3600], ["minute", 60]] as const;

function dayNumber(when: Date, timeZone?: string): number {
  const day = dateFormat("en-CA", { timeZone }).format(when);
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

// To make one costs a hundred times as much as to use it.
const made = new Map<string, unknown>();

function kept<T>(key: readonly unknown[], make: () => T): T {
  const name = JSON.stringify(key);
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as T;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(["date", locale, options], () => new Intl.DateTimeFormat(locale, options));
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(
    ["number", language, options],
    () => new Intl.NumberFormat(LOCALE[language], options),
  );
}

const days = once((language) =>
  new Intl.DateTimeFormat(LOCALE[language], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  })
);
const numbers = once((language) =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 })
);
const relative = once((language) =>
  new Intl.RelativeTimeFormat(LOCALE[language], { numeric: "auto" })
);
