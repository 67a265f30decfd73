import { type AddDemand, type DemandContext, makeDemand, mark } from "./demand_context.ts";
import { type Range, textOf } from "./reading.ts";

const DAYS =
  "mon|tues|wednes|thurs|fri|satur|sun|maan|dins|woens|donder|vrij|zater|zon|week|feest|holi";
const WHEN =
  `(?:(?:${DAYS})(?:days?|dag(?:en)?)|weekends?|evenings?|nights?|avond\\w*|nacht\\w*|shifts?|ploegen\\w*|diensten|\\w+diensten|rotas?|overtime|overwerk\\w*|on[- ]call|standby|bereikbaarheidsdienst\\w*|consignatie\\w*|full[- ]time|part[- ]time|fulltime|parttime)`;
const REST = "[^.;()\\n]{0,80}";

/**
 * Terms of the work itself: when, for how many hours, how much on the road. Each is one demand, its
 * words kept together however many things they list.
 */
const CONDITIONS: readonly RegExp[] = [
  `(?:willing|able|prepared|ready|available|happy)(?:ness|ity)? to (?:\\w+ly )?travel${REST}`,
  `travel(?:ling)? (?:to|up to|is|will|across|abroad|nationally|internationally|required)${REST}`,
  `bereid(?:heid)? (?:om |tot )?(?:\\w+ )?(?:te )?reizen${REST}|reisbereid${REST}`,
  `(?:willing|able|prepared|available|happy)(?:ness|ity)? (?:to work|to do|for|on|at|in)\\b[^.;,()\\n]{0,60}?\\b${WHEN}${REST}`,
  `(?:bereid|beschikbaar|inzetbaar)(?:heid)? (?:om|tot|voor|op|in|tijdens)\\b[^.;,()\\n]{0,40}?\\b${WHEN}${REST}`,
  `(?:available|beschikbaar) ${WHEN}${REST}`,
  `(?:je |jij )?werkt? (?:\\w+ )?in (?:\\w+ )?(?:ploegen|diensten|ploegendienst)\\b`,
  `(?:rotating|split|early|late|irregular|night) shifts|(?:wisselende|onregelmatige) (?:diensten|werktijden)`,
  `(?:(?:available|beschikbaar)(?: for| voor)? )?(?:minimaal |minimum |at least |circa )?\\d{1,2}(?: ?(?:tot|to|-|–|à|of|or) ?\\d{1,2})? ?(?:uur|hours?) (?:(?:per|a|in de) week|beschikbaar|available)`,
].map((shape) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${shape})`, "iu"));

/** What follows these words is another demand: "willing to travel and you speak German". */
const NEXT_DEMAND = /,? (?:and|en) (?:you|je|jij|have|hold|speak|be|are|heb|hebt|spreek|bent)\b/i;

/** Reads what a sentence of demands asks of time and travel, and marks its words as read. */
export function readConditions(context: DemandContext, text: string, add: AddDemand): void {
  const { sentence } = context;
  if (sentence.zone === "duty") return;
  const written = text.slice(sentence.start, sentence.end);
  for (const shape of CONDITIONS) {
    const found = shape.exec(written);
    if (found === null) continue;
    const words = found[0].split(NEXT_DEMAND)[0] ?? "";
    const start = sentence.start + found.index;
    const range = openRange(context, start, start + words.length);
    if (range === null) continue;
    mark(context, range.from, range.to);
    const demand = makeDemand(context, range, textOf(context.reading, range), null);
    add(range.from, { ...demand, isTerm: true });
  }
}

/** The tokens of a stretch up to the first that something else has taken. */
function openRange({ reading, used }: DemandContext, start: number, end: number): Range | null {
  const from = reading.tokens.findIndex((token) => token.start >= start);
  if (from < 0 || used[from]) return null;
  let to = from;
  while (to < reading.tokens.length && (reading.tokens[to]?.end ?? end + 1) <= end && !used[to]) {
    to++;
  }
  while (
    to > from && /^(?:and|en|or|of|,|-|about|ongeveer)$/.test(reading.tokens[to - 1]?.text ?? "")
  ) to--;
  return to - from < 2 ? null : { from, to };
}
