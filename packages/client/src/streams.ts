import type { Client } from "./client.ts";
import { ApiProblem, dataOf } from "./problem.ts";
import { backoffMs, PASSING, waitFor } from "./retry.ts";
import type { Many, paths } from "./schema.ts";
import { readEvents } from "./server_events.ts";

/** What is answered as a stream of that type. */
type Streamed<Path extends keyof paths, Type extends string> = paths[Path] extends
  { get: { responses: { 200: { content: { [type in Type]: Many<infer Item> } } } } } ? Item : never;

type PathsOf<Type extends string> = {
  [Path in keyof paths]: [Streamed<Path, Type>] extends [never] ? never : Path;
}[keyof paths];

type ParamsOf<Path extends keyof paths> = paths[Path] extends
  { get: { parameters: { path: infer Ids } } } ? { readonly path: Ids } : never;

/** Operations that answer one JSON object a line. */
export type LinePath = PathsOf<"application/x-ndjson">;
/** Operations that answer events as they come. */
export type EventPath = PathsOf<"text/event-stream">;

interface StreamOptions<Path extends keyof paths> {
  readonly params: ParamsOf<Path>;
  /** Gives up. */
  readonly signal?: AbortSignal;
}

/**
 * The objects of an export, each as soon as it is there, so that all of them need never be held.
 *
 *     for await (const one of linesOf(client, "/jobs/{id}/evaluations", { params })) …
 *
 * @throws {ApiProblem} If it is refused.
 * @throws What reading throws when the connection ends before the export does.
 */
export async function* linesOf<Path extends LinePath>(
  client: Client,
  path: Path,
  { params, signal }: StreamOptions<Path>,
): AsyncGenerator<Streamed<Path, "application/x-ndjson">, void, void> {
  for await (const line of linesIn(await open(client, path, { params, signal }))) {
    if (line !== "") yield JSON.parse(line);
  }
}

/** Something that happened, and where in the stream. */
export interface StreamEvent<Data> {
  /** `since` of a later call, to go on behind this one. */
  readonly id: string;
  /** What kind it is: `snapshot`, `changes`. */
  readonly event: string;
  readonly data: Data;
}

const FIRST_RECONNECT_MS = 2000;
const LONGEST_RECONNECT_MS = 30_000;

/**
 * What happens, as it happens, until you leave the loop. A stream that breaks is taken up behind
 * its last event, however long the server is away: it is asked for again and again, with growing
 * waits of half a minute at most.
 *
 *     for await (const { data } of eventsOf(client, "/jobs/{id}/events", { params })) …
 *
 * @param options `since`: the id of the last event that is known already.
 * @throws {ApiProblem} If it is refused, also when it is taken up again.
 * @throws What the first attempt throws when there is no server to be reached.
 * @throws The reason of `signal`, as soon as it is given up.
 */
export async function* eventsOf<Path extends EventPath>(
  client: Client,
  path: Path,
  { params, signal = new AbortController().signal, since = "", wait = waitFor }:
    & StreamOptions<Path>
    & {
      readonly since?: string;
      /** Waits before a lost stream is asked for again; only a test has another one. */
      readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
    },
): AsyncGenerator<StreamEvent<Streamed<Path, "text/event-stream">>, void, void> {
  let last = since;
  let retryMs = FIRST_RECONNECT_MS;
  let wasOpen = false;
  for (let failures = 0;; await wait(pauseMs(retryMs, failures), signal)) {
    const headers: Record<string, string> = last === "" ? {} : { "last-event-id": last };
    try {
      const body = await open(client, path, { params, signal, headers });
      wasOpen = true;
      failures = 0;
      for await (const { id, event, data, retry } of readEvents(linesIn(body))) {
        if (retry !== undefined) retryMs = retry;
        if (data === "") continue;
        last = id;
        yield { id, event, data: JSON.parse(data) };
      }
    } catch (error) {
      if (!wasOpen || signal.aborted || !isPassing(error)) throw error;
      failures++;
    }
  }
}

/** As long as the server says; longer each time it cannot be reached. */
function pauseMs(retryMs: number, failures: number): number {
  if (failures < 2) return retryMs;
  const longestMs = Math.max(retryMs, LONGEST_RECONNECT_MS);
  return Math.max(retryMs, backoffMs(failures, { firstMs: retryMs, longestMs }));
}

/** Whether it says that the server is away or has no room now, and nothing of what is asked for. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.status === 429 || PASSING.has(error.status);
  return !(error instanceof SyntaxError);
}

async function open<Path extends LinePath | EventPath>(
  client: Client,
  path: Path,
  { params, signal, headers = {} }: {
    readonly params: ParamsOf<Path>;
    readonly signal: AbortSignal | undefined;
    readonly headers?: Record<string, string>;
  },
): Promise<ReadableStream<BufferSource>> {
  const options = { params, headers, parseAs: "stream", ...(signal ? { signal } : {}) };
  // The path is one of those above, but the compiler cannot follow a union that far.
  const answer = await client.GET(path as never, options as never);
  return dataOf(answer as { data?: ReadableStream<BufferSource>; response: Response });
}

/** Lines without their ends; what is behind the last end as well. */
async function* linesIn(body: ReadableStream<BufferSource>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    yield rest;
  } finally {
    // Who leaves the loop early wants no more of it.
    await reader.cancel().catch(() => {});
  }
}
