import type { Range, Reading } from "./reading.ts";

const SIMILAR =
  /(?<!\p{L})(?:or|of)\s+(?:(?:an?|any|some|other|another|een|ander|andere|iets)\s+)*(?:similar|comparable|equivalents?|the\s+like|alike|wat\s+(?:er)?op\s+lijkt|dat\s+erop\s+lijkt|vergelijkba(?:ar|re|ars)|soortgelijke?|gelijkwaardige?|dergelijks?|dergelijke|gelijksoortige?)(?!\p{L})/iu;

/** What goes on after "or similar" asks for more than that. */
const GOES_ON = /[,;:(]|(?<!\p{L})(?:and|or|en|of|plus|with|met)(?!\p{L})/iu;

/** Where "or a similar tool" begins, when a name ends in it. */
function similarAt(text: string): number | null {
  const match = SIMILAR.exec(text);
  if (match === null || GOES_ON.test(text.slice(match.index + match[0].length))) return null;
  return match.index;
}

/** Whether a name ends in "or a similar tool". */
export function endsInSimilar(name: string): boolean {
  return similarAt(name) !== null;
}

/** The part of a name before "or a similar tool", which names nothing. */
export function withoutSimilar({ text, tokens }: Reading, body: Range): Range {
  const from = similarAt(text);
  if (from === null) return body;
  const to = tokens.findIndex(({ start }) => start >= from);
  return to > body.from && to < body.to ? { from: body.from, to } : body;
}
