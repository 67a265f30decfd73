import crafts from "./lexicon/crafts.json" with { type: "json" };

/**
 * The skills that make up the craft of each occupation, by its id, beside those that the lexicon
 * relates to it. Its name does not prove them (a fashion designer need not drape), but work that
 * shows several of them is work of that craft.
 */
export const CRAFTS: Readonly<Record<string, readonly string[]>> = crafts;
