import type { Context } from "fresh";
import type { z } from "zod";
import type { OperationCache } from "./endpoint_cache.ts";
import type { OperationDocs } from "./operation_docs.ts";

/** What the app knows of a request before an endpoint is asked. */
export interface RequestState {
  readonly requestId: string;
  /** The address of the client, as far as the connection or a trusted proxy tells. */
  readonly address: string;
  readonly config: { readonly request: { readonly idleMs: number } };
}

/** A request that may be answered: parsed, and from somebody who may ask. */
export interface Call<State, Actor, Path, Query, Body> {
  /** Of an operation that anyone may call, undefined for who shows no good token. */
  readonly actor: Actor;
  /**
   * Who calls an operation that anyone may call; undefined for who shows no token.
   *
   * @throws {Unauthenticated} If a token is shown and is not good.
   */
  signedIn(): Actor | undefined;
  readonly state: State;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** For a body that is a stream, and for headers. */
  readonly request: Request;
  /** The address of the client, as far as the connection or a trusted proxy tells. */
  readonly address: string;
}

/**
 * What one operation of the API is. Names are camelCase here and snake_case outside.
 *
 * `may` is what the caller needs to be allowed, or "anyone" for callers without a token.
 */
export interface Operation<
  State,
  Actor,
  Permission,
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> extends OperationDocs<z.input<Path>, z.input<Query>, z.input<Body>, z.output<Answer>> {
  readonly may: Permission | "anyone";
  /** A path that does not fit is not there (404). */
  readonly path?: Path;
  /** Query parameters; one that is not named here is refused. */
  readonly query?: Query;
  /** The body, parsed; JSON unless `bodyType` says otherwise. It may be left out if it is optional. */
  readonly body?: Body;
  /** With "files", the handler reads the request's stream itself. */
  readonly bodyType?: "json" | "form" | "files";
  /** With "files": what the form takes, where it is not the fields of the JSON and files. */
  readonly form?: z.ZodObject;
  /** The most that a body of JSON or of a form may have; default 1 MiB. */
  readonly maxBodyBytes?: number;
  /**
   * How a POST is made repeatable by an `Idempotency-Key`: "within" the transaction of its effect
   * (default); "beside" it, for what streams or waits and finds by itself what it did before;
   * "none" where each answer must be a new one, or a refusal writes something down.
   */
  readonly repeat?: "within" | "beside" | "none";
  /** The status of success; default 200. */
  readonly status?: number;
  /** What is answered; none for 204. */
  readonly answer?: Answer;
  /** What else is answered on purpose, by status: then the handler answers a Response. */
  readonly otherAnswers?: Readonly<Record<number, z.ZodType>>;
  /** Other than JSON; then the handler answers a Response. */
  readonly answerType?: string;
  /** How many calls it counts as when calls are limited; default 1. */
  readonly cost?: number | ((request: Request) => number);
  /** How answers are kept for who asks the same; not at all without it. */
  readonly cache?: OperationCache<Actor, z.output<Path>, z.output<Query>>;
  handle(
    call: Call<State, Actor, z.output<Path>, z.output<Query>, z.output<Body>>,
  ): Promise<z.input<Answer> | Response>;
}

// deno-lint-ignore no-explicit-any -- any operation, for those who only read what it says
export type AnyOperation = Operation<any, any, any, any, any, any, any>;

/** An operation that is ready to answer; the documentation reads `operation`. */
export interface Endpoint<State> {
  (ctx: Context<State>): Promise<Response>;
  readonly operation: AnyOperation;
}

/** A request on its way to its operation: the caller is known, nothing of the body is read. */
export interface Passage<State, Actor> {
  readonly operation: AnyOperation;
  readonly method: string;
  /** Where the operation is, with its parameters in braces: `/api/v1/jobs/{id}/resumes`. */
  readonly pattern: string;
  /** Undefined for who shows no good token. */
  readonly actor: Actor | undefined;
  readonly state: State;
  readonly request: Request;
  /** The address of the client, as the server sees it. */
  readonly address: string;
  /** Whether the operation itself has begun: the caller may ask, and the input fits. */
  readonly execution: { hasBegun: boolean };
}

/**
 * What all operations have around them: limits, replays, caches. It may answer itself, change the
 * answer, or hand on another state, or a request whose body it watches. `next` answers problems too
 * and throws nothing.
 */
export type Layer<State, Actor> = (
  passage: Passage<State, Actor>,
  next: Next<State>,
) => Promise<Response>;

/** Goes on to the operation; with the state and request that there are, or others. */
export type Next<State> = (state?: State, request?: Request) => Promise<Response>;

/** Who calls, and whether they may: what the platform leaves to others. */
export interface Gate<State, Actor, Permission> {
  /** @throws {Unauthenticated} Without a good token. */
  authenticate(call: ShownCall<State, Permission>): Promise<Actor>;
  /** @throws {Forbidden} If the actor may not. */
  allow(actor: Actor, permission: Permission): void;
  /**
   * Who calls, should nothing have changed since the token was shown last. `authenticate` answers
   * this same object if nothing has; else whatever was begun by it is dropped.
   */
  foresee?(state: State, authorization: string | null): Actor | undefined;
  /** Answers where the database shows what the caller may see, and nothing of anybody else. */
  within?<T>(actor: Actor | undefined, may: Permission | "anyone", answer: () => T): T;
  /** Begins what is done for each call, for who was foreseen. */
  begin?(call: ForeseenCall<State, Actor>): void;
}

/** A call and what it shows of its caller. */
export interface ShownCall<State, Permission> {
  readonly state: State;
  readonly method: string;
  /** The header of that name: a token, good or bad, or nothing. */
  readonly authorization: string | null;
  /** What the operation asks of its caller. */
  readonly may: Permission | "anyone";
}

/** A read of who was foreseen, before it is known that they may. */
export interface ForeseenCall<State, Actor> extends Omit<Passage<State, Actor>, "execution"> {
  readonly actor: Actor;
}

/** What all answers have, for an answer that is made with it: to add headers later costs more. */
export interface CompleteAnswers<State> {
  headersOf(state: State): Record<string, string>;
  /** Tells whoever else adds to answers that this one has it all. */
  note(state: State, answer: Response): void;
}
