import { z } from "zod";
import { InvalidInput } from "./errors.ts";
import { toCamel, toSnake } from "./snake_case.ts";

/**
 * Which fields of its items a list is asked for by `fields`: names with commas between.
 *
 * @param answer The schema of what the list answers.
 * @returns The names as the code writes them; undefined when all are wanted.
 * @throws {InvalidInput} If an item has no such field.
 */
export function chosenFields(
  answer: z.ZodType | undefined,
  query: unknown,
): ReadonlySet<string> | undefined {
  const given = (query as { fields?: unknown } | undefined)?.fields;
  if (typeof given !== "string") return undefined;
  const known = itemFields(answer);
  const names = given.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new InvalidInput("The query cannot be taken", [{
      pointer: "/fields",
      detail: `has no ${JSON.stringify(unknown[0])}: choose from ${known.join(", ")}`,
    }]);
  }
  return new Set(names.map(toCamel));
}

/** An answer with no more of each item than was chosen; what stands beside the items stays. */
export function withFields(answer: unknown, fields: ReadonlySet<string> | undefined): unknown {
  if (!fields) return answer;
  const { data, ...beside } = answer as { data: readonly object[] };
  return { ...beside, data: data.map((item) => onlyFields(item, fields)) };
}

function onlyFields(item: object, fields: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.has(name)));
}

/** The fields of a list's items as the API writes them. */
export function itemFields(answer: z.ZodType | undefined): string[] {
  const data = answer instanceof z.ZodObject ? answer.shape.data : undefined;
  const item = data instanceof z.ZodArray ? data.element : undefined;
  return item instanceof z.ZodObject ? Object.keys(item.shape).map(toSnake) : [];
}
