import fields from "./lexicon/fields.json" with { type: "json" };

/**
 * The occupations of each branch of industry, by its id, whose work is in that branch wherever it is
 * done: a nurse works in healthcare, an accountant anywhere.
 */
export const FIELDS: Readonly<Record<string, readonly string[]>> = fields;
