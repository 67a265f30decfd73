import type { ErrorCode } from "./errors.ts";

/** Part of an answer: any fields of it, any items of its lists. */
export type Excerpt<T> = T extends readonly (infer Item)[] ? readonly Excerpt<Item>[]
  : T extends object ? { readonly [Key in keyof T]?: Excerpt<T[Key]> }
  : T;

/**
 * A call as the documentation shows it. It is made for real by a test, which puts the ids of rows
 * in the place of those of routes/api/(_shared)/samples.ts.
 */
export interface Example<Path, Query, Body, Answer> {
  readonly path?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** Default: the operation's status of success. */
  readonly status?: number;
  /** What the answer holds, among other things. */
  readonly answer?: Excerpt<Answer>;
}

/** The headers of requests that the API reads, beside `Authorization` and `Content-Type`. */
export type RequestHeader =
  | "If-None-Match"
  | "Idempotency-Key"
  | "Cache-Control"
  | "Prefer"
  | "Last-Event-ID"
  | "Accept-Language"
  | "X-Request-Id";

/** Since when an operation should not be used any more, and until when it can be. */
export interface Deprecation {
  /** `Deprecation` (RFC 9745). */
  readonly since: Date;
  /** `Sunset` (RFC 8594): when it goes. */
  readonly sunset?: Date;
  /** Where it is said what to use instead. */
  readonly link?: string;
}

/** What an operation says of itself beyond what it needs to be run. */
export interface OperationDocs<Path, Query, Body, Answer> {
  /** One line for the documentation. */
  readonly summary: string;
  /** What it is about; one of routes/api/(_shared)/tags.ts. */
  readonly tag?: string;
  /** What the summary has no room for. Markdown. */
  readonly description?: string;
  /** What its handler reads of the request's headers. */
  readonly headers?: readonly RequestHeader[];
  /** Codes of problems beyond those that follow from caller, path, query and body. */
  readonly errors?: readonly ErrorCode[];
  /** By what they show. */
  readonly examples?: Readonly<Record<string, Example<Path, Query, Body, Answer>>>;
  readonly deprecated?: Deprecation;
}

/** The headers that tell a caller of a deprecated operation what becomes of it. */
export function deprecationHeaders({ since, sunset, link }: Deprecation): [string, string][] {
  const headers: [string, string][] = [["deprecation", `@${Math.floor(since.getTime() / 1000)}`]];
  if (sunset) headers.push(["sunset", sunset.toUTCString()]);
  if (link) headers.push(["link", `<${link}>; rel="deprecation"; type="text/html"`]);
  return headers;
}
