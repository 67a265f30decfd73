import { createHash } from "node:crypto";
import type { BodyBounds } from "./body_chunks.ts";
import { BodyHash, hashedWhileRead, readForHash } from "./body_hash.ts";
import type { Config } from "./config.ts";
import type { Db } from "./database.ts";
import type { Layer, Next, Passage, RequestState } from "./operation.ts";
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

/** More than any operation takes; nothing of it is held. */
const MAX_STREAM_BYTES = 2 ** 30;

/** What a call that can be repeated knows of itself, when it runs beside its claim. */
export interface Repeat {
  /** Whether it was begun before and has no answer: what it did then is not to be done again. */
  readonly isResumed: boolean;
  /** The same for every repetition of this call, once its body is read; a UUID. */
  id(): Promise<string>;
}

interface KeyedState extends RequestState {
  readonly db: Db;
  readonly config: SealingSecrets & Pick<Config, "request">;
  /** Only with an `Idempotency-Key`. */
  repeat?: Repeat;
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
  return (passage, next) => {
    const key = passage.method === "POST" ? passage.request.headers.get(HEADER) : null;
    return key === null ? next() : repeat(passage, key, next);
  };

  async function repeat(passage: Passage<State, Actor>, key: string, next: Next<State>) {
    const mode = passage.operation.repeat ?? modeOf(passage.operation.bodyType);
    const owner = mode === "none" ? undefined : ownerOf(passage);
    if (!owner) return await next();
    if (!VISIBLE.test(key)) throw badKey();
    const scope = await digest(`${owner.caller}\n${pathOf(passage.request)}\n${key}`);
    const call = { scope, workspaceId: owner.workspaceId };
    if (mode === "beside") return await runBeside(passage, { ...call, key }, next);
    // The operation reads the other half of the clone, and refuses what is larger.
    const fingerprint = await fingerprintOf(key, passage.request, passage.request.clone().body, {
      maxBytes: passage.operation.maxBodyBytes ?? MAX_BODY_BYTES,
      idleMs: passage.state.config.request.idleMs,
    });
    return await runWithin(passage, { ...call, fingerprint }, next);
  }
}

function modeOf(bodyType: string | undefined) {
  return bodyType === "files" ? "beside" : "within";
}

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

/**
 * For what takes long: a claim first, which runs out when we die, and the answer at the end. What
 * the call asks for is known when its body has passed.
 */
async function runBeside<State extends KeyedState, Actor>(
  passage: Passage<State, Actor>,
  { key, ...call }: Omit<CallKey, "fingerprint"> & { readonly key: string },
  next: Next<State>,
): Promise<Response> {
  const { request, state: { db, config, requestId } } = passage;
  const holder = crypto.randomUUID();
  const unknown = { ...call, fingerprint: new Uint8Array() };
  const claim = await claimCall(db, unknown, holder, LEASE_MS);
  if (!claim) {
    const known = await findCall(db, config, unknown);
    if (!known?.answer) return stillRunning(requestId);
    const bounds = { maxBytes: MAX_STREAM_BYTES, idleMs: config.request.idleMs };
    const fingerprint = await fingerprintOf(key, request, request.body, bounds);
    return replay(known, { ...call, fingerprint }, requestId);
  }
  const renewing = setInterval(() => {
    renewCall(db, unknown, holder, LEASE_MS).catch((error) =>
      logger("http").debug("Cannot renew the claim of a call: {error}", { error })
    );
  }, LEASE_MS / 3);
  const watched = new WatchedBody(key, request);
  const repeat = {
    isResumed: claim === "abandoned",
    id: async () => toUuid(await digest(`${call.scope.toHex()}\n${watched.fingerprint.toHex()}`)),
  };
  try {
    const response = await next({ ...passage.state, repeat }, watched.request);
    // Of a body that was given up in the middle nobody can tell whether another is the same.
    if (!isKept(passage, response) || !await watched.readRest(config.request.idleMs)) {
      await releaseCall(db, unknown, holder);
      return response;
    }
    const { fingerprint } = watched;
    const answer = await read(keptInstead.get(response) ?? response);
    await db.transaction().execute((trx) =>
      keepAnswer(trx, config, { ...call, fingerprint }, answer)
    );
    return keptInstead.has(response) ? response : toResponse(answer, response);
  } catch (error) {
    await releaseCall(db, unknown, holder);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

/** A request whose body is hashed on its way to the operation. */
class WatchedBody {
  readonly request: Request;
  readonly #hash: BodyHash;
  readonly #key: string;
  readonly #search: string;
  #fingerprint: Uint8Array | undefined;

  constructor(key: string, request: Request) {
    this.#key = key;
    this.#hash = new BodyHash(request.headers.get("content-type"));
    this.#search = new URL(request.url).search;
    this.request = hashedWhileRead(request, this.#hash);
  }

  /** Of all that was asked for; only when the body has been read. */
  get fingerprint(): Uint8Array {
    if (!this.#hash.isWhole) throw new RangeError("The body of the call has not been read yet");
    this.#fingerprint ??= withKey(this.#key, this.#search, this.#hash);
    return this.#fingerprint;
  }

  /** Reads what an operation without use for it has left; false if it gave the body up. */
  async readRest(idleMs: number): Promise<boolean> {
    if (!this.#hash.isWhole && !this.request.bodyUsed) {
      await readForHash(this.request.body, this.#hash, { maxBytes: MAX_BODY_BYTES, idleMs });
    }
    return this.#hash.isWhole;
  }
}

const keptInstead = new WeakMap<Response, Response>();

/**
 * Says what is to be kept for a repetition in place of an answer: where it can be had, when it
 * says things that are not to be kept.
 */
export function keepInstead(answer: Response, kept: Response): Response {
  keptInstead.set(answer, kept);
  return answer;
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

/** What the call asks for: its query and all of its body, up to a size that is refused anyway. */
async function fingerprintOf(
  key: string,
  request: Request,
  body: ReadableStream<Uint8Array> | null,
  bounds: BodyBounds,
): Promise<Uint8Array> {
  const hash = new BodyHash(request.headers.get("content-type"));
  await readForHash(body, hash, bounds);
  return withKey(key, new URL(request.url).search, hash);
}

/**
 * With the key, which is kept nowhere: a body may hold a password, and who reads the database must
 * not find out by trying what it was.
 */
function withKey(key: string, search: string, hash: BodyHash): Uint8Array {
  const bytes = createHash("sha256").update(`${key}\n${search}\n`).update(hash.digest()).digest();
  return new Uint8Array(bytes);
}

/** A UUID of version 8 (RFC 9562): of our own making. */
function toUuid(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = (bytes[6] ?? 0) & 0x0f | 0x80;
  bytes[8] = (bytes[8] ?? 0) & 0x3f | 0x80;
  return bytes.toHex().replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

async function digest(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
