import { fold } from "./text.ts";
import type { Span } from "./types.ts";

const LABELS: Readonly<Record<string, "name" | "place">> = {
  name: "name",
  naam: "name",
  "full name": "name",
  "volledige naam": "name",
  "naam en voornaam": "name",
  place: "place",
  city: "place",
  location: "place",
  residence: "place",
  "place of residence": "place",
  "based in": "place",
  "lives in": "place",
  woonplaats: "place",
  plaats: "place",
  "woonachtig te": "place",
  "woonachtig in": "place",
};

/** What stands behind a label such as "Naam:" in a line; null when the line has none of that kind. */
export function afterLabel(text: string, line: Span, kind: "name" | "place"): Span | null {
  const raw = text.slice(line.start, Math.min(line.end, line.start + 120));
  const match = /^[^\p{L}]{0,3}([\p{L} ]{2,24}?)\s*[:\t]\s*/u.exec(raw);
  if (match === null || LABELS[fold(match[1] ?? "")] !== kind) return null;
  const rest = raw.slice(match[0].length).split(/\s*[|•·,;(]\s*|\s{3,}/)[0] ?? "";
  const start = line.start + match[0].length;
  return rest.length > 1 ? { start, end: start + rest.trimEnd().length } : null;
}
