import { findMentions } from "./mentions.ts";
import { NOT_NAMES } from "./person_name.ts";
import { isRoleHead } from "./roles.ts";
import { fold } from "./text.ts";
import type { Span } from "./types.ts";

const PLACE =
  /^\p{Lu}[\p{L}'’.-]+(?:[ /](?:\p{Lu}[\p{L}'’.-]*|aan|de|den|der|het|op|am|upon|on|le|la|d)){0,3}$/u;

/** How work is done, or where in a firm; written where a place could stand. */
const NO_PLACE = new Set(
  ("remote hybrid freelance contract contractor permanent temporary fulltime parttime full part time interim tijdelijk vast thuis thuiswerk stage intern internship zzp uur uren " +
    "department afdeling team division group groep unit limited ltd inc llc gmbh bv nv plc holding")
    .split(" "),
);

/**
 * The place of a role, among the parts of its heading that are neither its title nor its
 * organisation: one to four capitalised words that name no work, no skill and no form of a firm.
 *
 * @param parts In the order of the text.
 * @returns Null where no part is surely one.
 */
export function placeOf(text: string, parts: readonly Span[]): Span | null {
  return parts.find(({ start, end }) => {
    const words = text.slice(start, end);
    if (words.length > 40 || !PLACE.test(words)) return false;
    const folded = words.split(/[\s/.-]+/).map(fold);
    if (folded.some((word) => NO_PLACE.has(word) || NOT_NAMES.has(word) || isRoleHead(word))) {
      return false;
    }
    return findMentions(words).length === 0;
  }) ?? null;
}
