import type { z } from "zod";
import type { InputIssue } from "./errors.ts";
import { escapePointer } from "./json_body.ts";
import { toSnake } from "./snake_case.ts";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];
type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "a day as 2026-03-01",
  datetime: "a moment as RFC 3339 writes it: 2026-03-01T09:30:00Z",
  email: "an e-mail address",
  url: "a URL",
};

/** For `safeParse()`: what is said of an issue where its schema says nothing of its own. */
export const PARSING: { readonly error: z.core.$ZodErrorMap } = { error: sayIssue };

function sayIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "must be given";
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return mustBeOneOf(issue.values);
    case "invalid_format":
      return `must be ${FORMATS[issue.format] ?? "written in another way"}`;
    case "too_small":
      return bound("at least", issue.minimum, issue.origin);
    case "too_big":
      return bound("at most", issue.maximum, issue.origin);
    case "invalid_union":
      return mustBeOneOf((issue.options as string[] | undefined) ?? []);
    case "invalid_key":
      return "is a name that it may not have";
  }
  return undefined;
}

function mustBeOneOf(values: readonly unknown[]): string {
  const named = values.map(String);
  if (named.length === 0) return "has none of the forms that it may have";
  return named.length === 1 ? `must be ${named[0]}` : `must be one of ${named.join(", ")}`;
}

function bound(which: string, limit: number | bigint, origin: string): string {
  const [has, of] = { string: ["have", " characters"], array: ["have", ""] }[origin] ?? ["be", ""];
  return `must ${has} ${which} ${limit}${of}`;
}

/** What is wrong with an input, by JSON pointers into it as it was sent. */
export function issuesOf({ issues }: { readonly issues: readonly Issue[] }): InputIssue[] {
  return issues.flatMap((issue) => describe(issue, ""));
}

function describe(issue: Issue, base: string): InputIssue[] {
  const pointer = base + issue.path.map((step) => pointerTo(String(step))).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointer + pointerTo(key),
      detail: "is not a field of this",
    }));
  }
  const meant = issue.code === "invalid_union" ? closest(issue.errors) : undefined;
  return meant?.flatMap((one) => describe(one, pointer)) ?? [{ pointer, detail: issue.message }];
}

/** Of the forms that an input may have, what keeps it from the one that it comes closest to. */
function closest(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const [first, second] = errors.toSorted((a, b) => a.length - b.length);
  return first && first.length < (second?.length ?? Infinity) ? first : undefined;
}

function pointerTo(key: string): string {
  return `/${escapePointer(toSnake(key))}`;
}
