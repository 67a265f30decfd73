import type { Example } from "../../lib/platform/operation_docs.ts";
import { toSnakeKeys } from "../../lib/platform/snake_case.ts";
import type { PlacedOperation } from "../../lib/platform/openapi.ts";

/** An example of the documentation with the operation that it is one of. */
export interface KnownExample extends PlacedOperation {
  readonly name: string;
  readonly status: number;
  readonly answer: unknown;
  readonly example: Example<unknown, unknown, unknown, unknown>;
}

/** The examples of an operation. */
export function examplesOf(known: PlacedOperation): KnownExample[] {
  const { operation } = known;
  const success = operation.status ?? (operation.answer ? 200 : 204);
  return Object.entries(operation.examples ?? {}).map(([name, example]) => ({
    ...known,
    name,
    example,
    status: example.status ?? success,
    answer: example.answer,
  }));
}

/**
 * Makes the call that an example shows.
 *
 * @param replace Puts ids of rows in the place of those of the examples.
 */
export function sendExample(
  base: string,
  token: string | undefined,
  { method, path, operation, example }: KnownExample,
  replace: (text: string) => string,
): Promise<Response> {
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(replace(String(fieldsOf(example.path)[name]))),
  );
  const query = new URLSearchParams(
    Object.entries(fieldsOf(example.query)).map(([name, value]) => [name, replace(String(value))]),
  );
  const { body, type } = bodyOf(operation.bodyType, example.body, replace);
  return fetch(`${base}${filled}${query.size > 0 ? `?${query}` : ""}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(type ? { "content-type": type } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
}

function bodyOf(
  bodyType: string | undefined,
  given: unknown,
  replace: (text: string) => string,
): { body?: BodyInit; type?: string } {
  if (given === undefined) return {};
  if (bodyType === "form") {
    return { body: new URLSearchParams(fieldsOf(given) as Record<string, string>) };
  }
  const files = Object.entries(given as object).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => one instanceof File ? [[name, one] as const] : [])
  );
  if (files.length === 0) {
    return { body: replace(JSON.stringify(fieldsOf(given))), type: "application/json" };
  }
  const form = new FormData();
  for (const [name, file] of files) form.append(name, file, file.name);
  return { body: form };
}

function fieldsOf(given: unknown): Record<string, unknown> {
  return toSnakeKeys(given ?? {}) as Record<string, unknown>;
}
