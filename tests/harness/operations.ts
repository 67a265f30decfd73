import assert from "node:assert/strict";
import type { z } from "zod";
import { allOperations } from "../../scripts/local/api_operations.ts";

const operations = allOperations().then((all) =>
  all.map((one) => ({ ...one, pattern: patternOf(one.path) }))
);

/** Checks an answer of the API against what its operation says: every field, and no other. */
export async function checkAnswer(method: string, path: string, status: number, body: unknown) {
  const [place = ""] = path.split("?");
  const known = (await operations).find((one) => one.method === method && one.pattern.test(place));
  if (!known) return;
  const { answer, answerType, status: expected = answer ? 200 : 204 } = known.operation;
  if (status !== expected) return;
  if (!answer) return assert.equal(body, "", `${method} ${known.path} answers a body`);
  // A list that was asked for some fields alone: a test of its own looks at these.
  if (/[?&]fields=/.test(path)) return;
  const name = `${method} ${known.path}`;
  if (!answerType) return checkValue(name, answer, body);
  if (answerType !== "application/x-ndjson") return;
  for (const line of String(body).split("\n").filter(Boolean)) {
    checkValue(name, answer, JSON.parse(line));
  }
}

function checkValue(name: string, schema: z.ZodType, value: unknown): void {
  const given = toCamel(value);
  const parsed = schema.safeParse(given);
  assert.ok(parsed.success, `${name}: ${parsed.error?.message}`);
  assert.deepEqual(given, parsed.data, `${name} answers fields that it hides`);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}

function toCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCamel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      toCamel(inner),
    ]),
  );
}
