import { createHash } from "node:crypto";
import { type BodyBounds, within } from "./body_chunks.ts";
import type { Config } from "./config.ts";
import type { Db } from "./database.ts";
import type { Layer, Passage, RequestState } from "./endpoint.ts";
import { Conflict, InvalidInput } from "./errors.ts";
import {
  type CallKey,
  claimCall,
  findCall,
  keepAnswer,
  type KeptAnswer,
  type KnownCall,
  lockCall,
  releaseCall,
  renewCall,
} from "./idempotency_store.ts";
import { MAX_BODY_BYTES } from "./json_body.ts";
import { logger } from "./log.ts";
import { toProblem } from "./problem.ts";
import type { SealingSecrets } from "./sealing.ts";

const HEADER = "idempotency-key";
const VISIBLE = /^[\x21-\x7e]{1,255}$/;
const LEASE_MS = 30_000;
const RETRY_AFTER_SECONDS = 1;

/** The headers of an answer that are given again with it. */
const KEPT_HEADERS = ["content-type", "location"] as const;

/** Refusals that say nothing of what was asked for, and that the next try may not meet. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

interface KeyedState extends RequestState {
  readonly db: Db;
  readonly config: SealingSecrets & Pick<Config, "request">;
}

/** Whose keys they are, and to which workspace what is kept belongs. */
export interface KeyOwner {
  readonly caller: string;
  readonly workspaceId: string | null;
}

/**
 * Makes POST repeatable: the first answer to a call with an `Idempotency-Key` is given again to the
 * same call for a day, and what the call does happens once. The answer is kept in the transaction
 * that does it, so that after a crash both are there or neither is. An operation that cannot run in
 * one transaction holds a claim with a lease instead.
 *
 * @param ownerOf Who calls; undefined for who shows no good token where one is needed.
 * @see docs/adr/0019-answers-are-kept-with-their-effect.md
 */
export function repeatable<State extends KeyedState, Actor>(
  ownerOf: (passage: Passage<State, Actor>) => KeyOwner | undefined,
): Layer<State, Actor> {
  return async (passage, next) => {
    const key = passage.method === "POST" ? passage.request.headers.get(HEADER) : null;
    const mode = passage.operation.repeat ?? modeOf(passage.operation.bodyType);
    const owner = key === null || mode === "none" ? undefined : ownerOf(passage);
    if (key === null || !owner) return await next();
    if (!VISIBLE.test(key)) throw badKey();
    const call: CallKey = {
      scope: await digest(`${owner.caller}\n${pathOf(passage.request)}\n${key}`),
      fingerprint: await fingerprintOf(passage.request, {
        maxBytes: passage.operation.maxBodyBytes ?? MAX_BODY_BYTES,
        idleMs: passage.state.config.request.idleMs,
      }),
      workspaceId: owner.workspaceId,
    };
    return mode === "beside"
      ? await runBeside(passage, call, next)
      : await runWithin(passage, call, next);
  };
}

function modeOf(bodyType: string | undefined) {
  return bodyType === "files" ? "beside" : "within";
}

type Next<State> = (state?: State) => Promise<Response>;

/** Carries an answer out of a transaction that is to be rolled back. */
class Undone {
  constructor(readonly response: Response) {}
}

/** Effect and answer in one transaction; a lock in it tells who else asks meanwhile. */
async function runWithin<State extends KeyedState, Actor>(
  passage: Passage<State, Actor>,
  call: CallKey,
  next: Next<State>,
): Promise<Response> {
  const { db, config, requestId } = passage.state;
  try {
    return await db.transaction().execute(async (trx) => {
      if (!await lockCall(trx, call)) return stillRunning(requestId);
      const known = await findCall(trx, config, call);
      if (known?.answer) return replay(known, call, requestId);
      const response = await undoRefused(trx, (inner) => next({ ...passage.state, db: inner }));
      if (!isKept(passage, response)) throw new Undone(response);
      const answer = await read(response);
      await keepAnswer(trx, config, call, answer);
      return toResponse(answer, response);
    });
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.response;
    throw thrown;
  }
}

/** What a refused call had begun is taken back, while the refusal itself is kept. */
async function undoRefused(
  trx: Db,
  run: (inner: Db) => Promise<Response>,
): Promise<Response> {
  try {
    return await trx.transaction().execute(async (inner) => {
      const response = await run(inner);
      if (response.status >= 400) throw new Undone(response);
      return response;
    });
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.response;
    throw thrown;
  }
}

/** For what takes long: a claim first, which runs out when we die, and the answer at the end. */
async function runBeside<State extends KeyedState, Actor>(
  passage: Passage<State, Actor>,
  call: CallKey,
  next: Next<State>,
): Promise<Response> {
  const { db, config, requestId } = passage.state;
  const holder = crypto.randomUUID();
  if (!await claimCall(db, call, holder, LEASE_MS)) {
    const known = await findCall(db, config, call);
    return known?.answer ? replay(known, call, requestId) : stillRunning(requestId);
  }
  const renewing = setInterval(() => {
    renewCall(db, call, holder, LEASE_MS).catch((error) =>
      logger("http").debug("Cannot renew the claim of a call: {error}", { error })
    );
  }, LEASE_MS / 3);
  try {
    const response = await next();
    if (!isKept(passage, response)) {
      await releaseCall(db, call, holder);
      return response;
    }
    const answer = await read(response);
    await db.transaction().execute((trx) => keepAnswer(trx, config, call, answer));
    return toResponse(answer, response);
  } catch (error) {
    await releaseCall(db, call, holder);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

/** Whether an answer is what became of the call, or only that it was not tried. */
function isKept<State, Actor>({ execution }: Passage<State, Actor>, { status }: Response): boolean {
  return execution.hasBegun && status < 500 && !PASSING.has(status);
}

async function read(response: Response): Promise<KeptAnswer> {
  return {
    status: response.status,
    headers: KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

function toResponse({ status, body }: KeptAnswer, { headers }: Response): Response {
  return new Response(status === 204 ? null : body as BufferSource, { status, headers });
}

function replay(known: KnownCall, call: CallKey, requestId: string): Response {
  if (!isSame(known.fingerprint, call.fingerprint)) {
    return toProblem(
      new InvalidInput("This Idempotency-Key was used for a call with other parameters", [
        { pointer: `/${HEADER}`, detail: "must be a new one for another call" },
      ]),
      requestId,
    );
  }
  const answer = known.answer;
  if (!answer) return stillRunning(requestId);
  const headers = new Headers();
  for (const [name, value] of answer.headers) headers.set(name, value);
  headers.set("idempotency-replayed", "true");
  return toResponse(answer, new Response(null, { headers }));
}

function stillRunning(requestId: string): Response {
  const response = toProblem(
    new Conflict("A call with this Idempotency-Key is still running: repeat it in a moment"),
    requestId,
  );
  response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

function badKey(): InvalidInput {
  return new InvalidInput("The Idempotency-Key cannot be taken", [
    { pointer: `/${HEADER}`, detail: "must be 1 to 255 visible ASCII characters" },
  ]);
}

function pathOf(request: Request): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}

/** What the call asks for. Of a stream of files only its length is known beforehand. */
async function fingerprintOf(request: Request, bounds: BodyBounds): Promise<Uint8Array> {
  const { search } = new URL(request.url);
  const isStream = /^multipart\//i.test(request.headers.get("content-type") ?? "");
  if (isStream) return await digest(`${search}\n${request.headers.get("content-length")}`);
  const body = await readSome(request.clone(), bounds);
  return await digest(`${search}\n${body.toHex()}`);
}

/**
 * The body up to the size that is taken at all; the operation, which reads the other half of the
 * clone, refuses a larger one.
 */
async function readSome(request: Request, { maxBytes, idleMs }: BodyBounds): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  const hash = createHash("sha256");
  let size = 0;
  while (reader && size <= maxBytes) {
    const { done, value } = await within(reader.read(), idleMs);
    if (done) break;
    hash.update(value);
    size += value.length;
  }
  // Not waited for: it ends when the operation has read its half.
  void reader?.cancel().catch(() => {});
  return new Uint8Array(hash.digest());
}

async function digest(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
