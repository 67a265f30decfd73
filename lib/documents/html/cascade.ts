import { type Compound, parseDeclarations, type Rule } from "./style_sheet.ts";

/** An element as selectors see it. */
export interface StyledElement {
  readonly tag: string;
  readonly id?: string;
  readonly classes: ReadonlySet<string>;
}

/** What is said of an element, by property. */
export type Said = Map<string, string>;

/** What stands at an element itself beats every rule, and `!important` beats that. */
const INLINE = 1e14;
const IMPORTANT = 1e15;
const MAX_ORDER = 100_000;

interface RankedRule extends Rule {
  /** Later rules win among equals. */
  readonly rank: number;
}

/** Which rules hold for an element, and which of them win. */
export class Cascade {
  /** Rules by the id, class or tag that their last compound asks for. */
  readonly #rules = new Map<string, RankedRule[]>();

  constructor(rules: readonly Rule[]) {
    rules.forEach((rule, order) => {
      const last = rule.selector.at(-1);
      const key = last?.id !== undefined
        ? `#${last.id}`
        : last?.classes[0] !== undefined
        ? `.${last.classes[0]}`
        : last?.tag ?? "*";
      const kept = this.#rules.get(key) ?? [];
      kept.push({ ...rule, rank: rule.specificity * MAX_ORDER + Math.min(order, MAX_ORDER - 1) });
      this.#rules.set(key, kept);
    });
  }

  /**
   * @param around The elements around it, from the outermost.
   * @param hints What old attributes say (`bgcolor`); any rule beats it.
   */
  saidOf(
    element: StyledElement,
    around: readonly StyledElement[],
    style: string,
    hints: Said,
  ): Said {
    const said = new Map(hints);
    const ranks = new Map<string, number>();
    const say = (property: string, value: string, rank: number) => {
      if (rank < (ranks.get(property) ?? 0)) return;
      ranks.set(property, rank);
      said.set(property, value);
    };
    for (const rule of this.#candidates(element)) {
      if (!matches(rule.selector, element, around)) continue;
      for (const { property, value, isImportant } of rule.declarations) {
        say(property, value, rule.rank + (isImportant ? IMPORTANT : 0));
      }
    }
    for (const { property, value, isImportant } of parseDeclarations(style)) {
      say(property, value, INLINE + (isImportant ? IMPORTANT : 0));
    }
    return said;
  }

  *#candidates({ tag, id, classes }: StyledElement): Generator<RankedRule> {
    yield* this.#rules.get("*") ?? [];
    yield* this.#rules.get(tag) ?? [];
    for (const name of classes) yield* this.#rules.get(`.${name}`) ?? [];
    if (id !== undefined) yield* this.#rules.get(`#${id}`) ?? [];
  }
}

function fits({ tag, id, classes }: Compound, element: StyledElement): boolean {
  return (tag === undefined || tag === element.tag) && (id === undefined || id === element.id) &&
    classes.every((name) => element.classes.has(name));
}

/**
 * Walks outwards once. `a b > c` may need another `b` than the nearest; then the rule is taken not
 * to hold, which shows text rather than hides it.
 */
function matches(
  selector: readonly Compound[],
  element: StyledElement,
  around: readonly StyledElement[],
): boolean {
  let wanted = selector.length - 1;
  const own = selector[wanted];
  if (!own || !fits(own, element)) return false;
  let mustBeParent = own.isChild;
  for (let at = around.length - 1; wanted > 0; at--) {
    const compound = selector[wanted - 1];
    const outer = around[at];
    if (!outer || !compound) return false;
    if (fits(compound, outer)) {
      wanted--;
      mustBeParent = compound.isChild;
    } else if (mustBeParent) return false;
  }
  return true;
}
