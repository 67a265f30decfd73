import type { components } from "./schema.ts";

/** A problem (RFC 9457) as the API answers it. */
export type Problem = components["schemas"]["Problem"];

/** What went wrong with a call. Tell problems apart by `type`; `message` is for people. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  /** Stable: `/problems/not_found`. */
  readonly type: Problem["type"] | undefined;
  readonly status: number;
  /** To quote when you ask us. */
  readonly requestId: string | undefined;
  /** What is wrong with the input, by JSON pointers into it. */
  readonly errors: readonly {
    readonly pointer: string;
    readonly detail: string;
  }[];

  constructor(
    status: number,
    problem: Partial<Problem> | undefined,
    requestId: string | null,
  ) {
    super(problem?.detail ?? `The server answered ${status}`);
    this.type = problem?.type;
    this.status = status;
    this.requestId = problem?.request_id ?? requestId ?? undefined;
    this.errors = problem?.errors ?? [];
  }
}

/** The problem that an answer which is no success tells of. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => undefined);
  return new ApiProblem(
    response.status,
    body,
    response.headers.get("x-request-id"),
  );
}

/**
 * What a call answered.
 *
 *     const job = dataOf(await client.GET("/jobs/{id}", { params: { path: { id } } }));
 *
 * @throws {ApiProblem} If it failed.
 */
export function dataOf<T>(
  { data, error, response }: { data?: T; error?: unknown; response: Response },
): Exclude<T, undefined> {
  if (response.ok) return data as Exclude<T, undefined>;
  const problem = typeof error === "object" && error !== null
    ? error as Partial<Problem>
    : undefined;
  throw new ApiProblem(
    response.status,
    problem,
    response.headers.get("x-request-id"),
  );
}
