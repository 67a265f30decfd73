import { z } from "zod";

/** The id of a row: a UUID as PostgreSQL writes it. */
export const Id = z.string().regex(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  "must be an id",
).meta({ format: "uuid" });

/** An instant in UTC, as ISO 8601 writes it. */
export const Instant = z.iso.datetime();

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/**
 * A text from a person, without the blanks around it: `min` to `max` characters (code points, as
 * PostgreSQL counts them), of which none is NUL or half of a surrogate pair.
 */
export function text(min: number, max: number) {
  return z.string("must be a text").trim().superRefine((value, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (!value.isWellFormed() || value.includes("\0")) {
      return refuse("must be well-formed Unicode without NUL");
    }
    const length = countCharacters(value, max);
    if (length < min) {
      refuse(min === 1 ? "must not be empty" : `must have at least ${min} characters`);
    }
    if (length > max) refuse(`must have at most ${max} characters`);
  }).meta({ minLength: min, maxLength: max });
}

/** Counts code points; a text whose UTF-16 length is within `enough` is not walked in vain. */
function countCharacters(value: string, enough: number): number {
  if (value.length > 2 * enough) return value.length;
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** A text that PostgreSQL can keep, of the same length: NUL and lone surrogates become U+FFFD. */
export function toStorable(value: string): string {
  return value.toWellFormed().replaceAll("\0", "\uFFFD");
}
