import type { Span } from "../lib/talent/types.ts";

const MONTH = "(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|" +
  "june?|juni|july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|" +
  "dec(?:ember)?)\\.?\\s+|\\d{1,2}[./-]";
const YEAR = "(?:19|20)\\d{2}";
const NOW = "now|present|today|current|heden|nu";

const PERIOD = `(?:${MONTH})?${YEAR}\\s*(?:[-–—]|to|tot|until)\\s*(?:(?:${MONTH})?${YEAR}|${NOW})`;

/** The period at the end of a line, with what parts it from the words before it. */
const AT_END = new RegExp(
  `[\\s,|·–-]*\\s(?:(?<plain>${PERIOD})|\\(\\s*(?<bracketed>${PERIOD})\\s*\\))$`,
  "iu",
);

/** Where the line of a role parts. */
export interface RoleDates {
  /** Between the role and its dates; shown by neither. */
  readonly gap: Span;
  /** Where the dates end: before the bracket around them. */
  readonly end: number;
}

/**
 * Finds "Mar 2020 – now" at the end of a role's line; null where there is none, or where a bracket
 * holds it together with words of the role.
 */
export function findRoleDates(line: string): RoleDates | null {
  const found = AT_END.exec(line);
  const dates = found?.groups?.plain ?? found?.groups?.bracketed;
  if (!found || !dates) return null;
  const start = line.lastIndexOf(dates);
  return { gap: { start: found.index, end: start }, end: start + dates.length };
}
