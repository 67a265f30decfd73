import { Buffer } from "node:buffer";
import type { OpenApiDocument } from "../../lib/platform/openapi_types.ts";
import { type Contract, contractOf } from "./contract.ts";
import { encodeBody } from "./fuzz_bodies.ts";
import { CURSOR, type FuzzOperation, type FuzzRequest } from "./fuzz_requests.ts";
import { ACCESS_TOKEN, API_KEY, type FuzzRows, nameOf } from "./fuzz_rows.ts";

/** A request that takes longer hangs: the server gives up after a minute by itself. */
const HANGS_AFTER_MS = 180_000;

/** How often an operation was called, and how often it did what it was asked. */
export interface Tally {
  sent: number;
  succeeded: number;
  /** By status. */
  readonly statuses: Map<number, number>;
}

/** Sends requests, and holds each answer against the document. */
export class FuzzSender {
  readonly #url: string;
  readonly #rows: FuzzRows;
  readonly #contract: Contract;
  readonly #cursors = new Map<string, string>();
  /** By the name of the operation. */
  readonly tallies = new Map<string, Tally>();
  #clients = 0;

  constructor(url: string, rows: FuzzRows, document: OpenApiDocument) {
    this.#url = url;
    this.#rows = rows;
    this.#contract = contractOf(document);
  }

  /** Sends one; tells what is wrong with the answer, if anything is. */
  async send(operation: FuzzOperation, request: FuzzRequest): Promise<string | undefined> {
    const fill = await this.#rows.fillerFor(operation, textOf(request));
    const { type, bytes } = encodeBody(request.body, fill);
    const url = new URL(this.#url + this.#pathOf(operation, request, fill));
    const headers = new Headers();
    // Each request is of another client behind the proxy that the server trusts.
    headers.set("x-forwarded-for", addressOf(this.#clients++));
    const authorization = AUTHORIZATION[request.auth];
    if (authorization) headers.set("authorization", fill(authorization));
    if (type !== null) headers.set("content-type", type);
    for (const [name, value] of request.headers) headers.set(name, value);
    const hanging = new AbortController();
    const timer = setTimeout(() => hanging.abort(), HANGS_AFTER_MS);
    try {
      const response = await fetch(url, {
        method: operation.method,
        headers,
        signal: hanging.signal,
        redirect: "manual",
        ...(bytes ? { body: bytes } : {}),
      });
      return await this.#judge(operation, request, response);
    } catch (error) {
      return `no answer: ${error}`.slice(0, 500);
    } finally {
      clearTimeout(timer);
    }
  }

  #pathOf({ method, path }: FuzzOperation, request: FuzzRequest, fill: (text: string) => string) {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => fill(request.path[name] ?? ""));
    const cursor = this.#cursors.get(`${method} ${path}`) ?? "none";
    const query = request.query.map(([name, value]) => {
      const shown = value.startsWith(CURSOR) ? cursorOf(cursor, value.split(":")[1]) : fill(value);
      return `${name}=${shown}`;
    });
    return `/api/v1${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  }

  async #judge(
    operation: FuzzOperation,
    request: FuzzRequest,
    response: Response,
  ): Promise<string | undefined> {
    const { status, headers } = response;
    const [type] = headers.get("content-type")?.split(";") ?? [];
    const text = await textOfAnswer(response, type);
    const tally = this.tallyOf(nameOf(operation));
    tally.sent++;
    if (response.ok) tally.succeeded++;
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    const said = `${status} ${type ?? ""} ${text.slice(0, 500)}`;
    if (status >= 500) return said;
    if (!headers.has("x-request-id")) return `no X-Request-Id: ${said}`;
    if (headers.has("x-injected")) return `a header of the request's: ${said}`;
    let body: unknown = text;
    if (type && /\bjson$/.test(type) && text !== "") {
      try {
        body = JSON.parse(text);
      } catch {
        return `no JSON: ${said}`;
      }
    }
    const foreign = notOurs(body);
    if (foreign) return `"${foreign}" is not our word: ${said}`;
    const next = (body as { next_cursor?: unknown } | null)?.next_cursor;
    if (typeof next === "string") this.#cursors.set(nameOf(operation), next);
    const { method, path } = operation;
    const isOfChosenFields = status === 200 && request.query.some(([name]) => name === "fields");
    const fault = this.#contract.faultOfAnswer({
      method,
      path,
      status,
      type,
      body,
      isOfChosenFields,
    });
    return fault && `${fault}: ${said}`;
  }

  /** What was counted of an operation so far. */
  tallyOf(name: string): Tally {
    let tally = this.tallies.get(name);
    if (!tally) {
      this.tallies.set(name, tally = { sent: 0, succeeded: 0, statuses: new Map() });
    }
    return tally;
  }
}

/** What a problem says of an input in the words of a library, if it does. */
export function notOurs(body: unknown): string | undefined {
  const { errors = [] } = (body ?? {}) as { errors?: { detail: string }[] };
  return Array.isArray(errors)
    ? errors.find(({ detail }) => /^(Invalid|Too |Unrecognized|Unexpected)/.test(detail))?.detail
    : undefined;
}

const AUTHORIZATION = {
  own: `Bearer ${ACCESS_TOKEN}`,
  key: `Bearer ${API_KEY}`,
  broken: `Bearer ${ACCESS_TOKEN}x`,
  none: undefined,
} as const;

/** All of a request in which something may stand for a row. */
function textOf(request: FuzzRequest): string {
  return JSON.stringify(request) + (AUTHORIZATION[request.auth] ?? "");
}

/** An address of 10.0.0.0/8. */
function addressOf(client: number): string {
  return `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`;
}

/** A cursor, all values in it replaced when there is something to put there. */
function cursorOf(cursor: string, value: string | undefined): string {
  if (value === undefined) return cursor;
  try {
    const [digest, page, total, values] = JSON.parse(
      Buffer.from(cursor, "base64url").toString(),
    ) as [string, number, number, string[]];
    const other = decodeURIComponent(value);
    const changed = [digest, page, total, values.map((one, at) => at === 0 ? other : one)];
    return Buffer.from(JSON.stringify(changed)).toString("base64url");
  } catch {
    return cursor;
  }
}

/** Of a stream, what comes first. */
async function textOfAnswer(response: Response, type: string | undefined): Promise<string> {
  if (type !== "text/event-stream") return await response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}
