import { type Context, HttpError } from "fresh";
import type { z } from "zod";
import {
  type AnswerCache,
  answerKept,
  type AskedFor,
  type Lookup,
  lookUp,
  type OperationCache,
} from "./endpoint_cache.ts";
import { parseBody, parsePath, parseQuery } from "./endpoint_input.ts";
import { AppError } from "./errors.ts";
import { chosenFields, withFields } from "./field_choice.ts";
import { answerJson } from "./http_cache.ts";
import { deprecationHeaders, type OperationDocs } from "./operation_docs.ts";
import { toProblem } from "./problem.ts";
import { toSnakeKeys } from "./snake_case.ts";

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
  /**
   * @param may What the operation asks of its caller.
   * @throws {Unauthenticated} Without a good token.
   */
  authenticate(state: State, request: Request, may: Permission | "anyone"): Promise<Actor>;
  /** Whether a request shows a token, good or bad. */
  showsToken(request: Request): boolean;
  /** @throws {Forbidden} If the actor may not. */
  allow(actor: Actor, permission: Permission): void;
  /**
   * Who calls, should nothing have changed since the token was shown last. `authenticate` answers
   * this same object if nothing has; else whatever was begun by it is dropped.
   */
  foresee?(state: State, request: Request): Actor | undefined;
  /** Begins what is done for each call, for who was foreseen. */
  begin?(call: ForeseenCall<State, Actor>): void;
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

/**
 * Makes `endpoint()`: it turns an operation into a handler that checks caller and input and
 * writes the answer. The one definition also feeds the documentation and the tests.
 */
export function endpointMaker<State extends RequestState, Actor, Permission extends string>(
  gate: Gate<State, Actor, Permission>,
  layers: readonly Layer<State, Actor>[] = [],
  cache?: AnswerCache<State, Actor>,
  complete?: CompleteAnswers<State>,
) {
  return function endpoint<
    Path extends z.ZodType = z.ZodUndefined,
    Query extends z.ZodType = z.ZodUndefined,
    Body extends z.ZodType = z.ZodUndefined,
    Answer extends z.ZodType = z.ZodUndefined,
  >(
    operation: Operation<State, Actor, Permission, Path, Query, Body, Answer>,
  ): Endpoint<State> {
    const answer = async (ctx: Context<State>) => {
      const pattern = patternOf(ctx.route);
      const foreseen = ctx.req.method === "GET"
        ? foresee(gate, operation, ctx, pattern, cache)
        : undefined;
      const caller = await callerOf(gate, operation.may, ctx);
      const passage = {
        operation,
        method: ctx.req.method,
        pattern,
        actor: caller.actor,
        state: ctx.state,
        request: ctx.req,
        address: ctx.state.address,
        execution: { hasBegun: false },
      };
      // Before the layers, so that their questions to Redis and this one go together.
      const lookup = foreseen?.actor !== undefined && foreseen.actor === caller.actor
        ? foreseen.lookup
        : cache && operation.cache && beginLookup(cache, operation, ctx, caller);
      const response = await pass(layers, 0, passage, (state, request) => {
        const actor = caller.check();
        const { signedIn } = caller;
        const { address, execution } = passage;
        const asked = { actor, signedIn, state, request, address, execution, lookup };
        return run(operation, ctx, asked, complete);
      });
      if (cache && operation.cache && !lookup && response.ok && cache.isShown(ctx.state)) {
        response.headers.set("x-cache", "bypass");
      }
      if (operation.deprecated) {
        for (const header of deprecationHeaders(operation.deprecated)) {
          response.headers.append(...header);
        }
      }
      return response;
    };
    return Object.assign(answer, { operation });
  };
}

/**
 * Goes through the layers, from the one at `at` inwards; what is thrown on the way becomes a
 * problem.
 */
async function pass<State extends RequestState, Actor>(
  layers: readonly Layer<State, Actor>[],
  at: number,
  passage: Passage<State, Actor>,
  answer: (state: State, request: Request) => Promise<Response>,
): Promise<Response> {
  const layer = layers[at];
  try {
    if (!layer) return await answer(passage.state, passage.request);
    return await layer(passage, (state = passage.state, request = passage.request) => {
      const isSame = state === passage.state && request === passage.request;
      return pass(layers, at + 1, isSame ? passage : { ...passage, state, request }, answer);
    });
  } catch (error) {
    return toProblem(error, passage.state.requestId);
  }
}

interface CallerOf<Actor> {
  readonly actor: Actor | undefined;
  /** @throws {Unauthenticated | Forbidden} If something stands in the caller's way. */
  check(): Actor;
  /** @throws {Unauthenticated | Forbidden} If a token is shown that is not good. */
  signedIn(): Actor | undefined;
}

/**
 * Who calls, also where anyone may: limits and keys for repeating are the caller's. What is wrong
 * with them is said by `check()`: a refusal passes the layers too.
 */
async function callerOf<State extends RequestState, Actor, Permission extends string>(
  gate: Gate<State, Actor, Permission>,
  may: Permission | "anyone",
  ctx: Context<State>,
): Promise<CallerOf<Actor>> {
  const isOpen = may === "anyone";
  const nobody = () => undefined as Actor;
  if (isOpen && !gate.showsToken(ctx.req)) {
    return { actor: undefined, check: nobody, signedIn: nobody };
  }
  try {
    const actor = await gate.authenticate(ctx.state, ctx.req, may);
    return {
      actor,
      check() {
        if (!isOpen) gate.allow(actor, may);
        return actor;
      },
      signedIn: () => actor,
    };
  } catch (error) {
    const refuse = () => {
      throw error;
    };
    return { actor: undefined, check: isOpen ? nobody : refuse, signedIn: refuse };
  }
}

interface Foreseen<Actor> {
  readonly actor: Actor;
  readonly lookup: ShownLookup | undefined;
}

/**
 * Counts the call of whom it will be, and looks for their kept answer, in the round trip in which
 * PostgreSQL is asked who it is.
 */
function foresee<State extends RequestState, Actor, Permission extends string>(
  gate: Gate<State, Actor, Permission>,
  operation: AnyOperation,
  ctx: Context<State>,
  pattern: string,
  cache: AnswerCache<State, Actor> | undefined,
): Foreseen<Actor> | undefined {
  const { req: request, state } = ctx;
  const actor = gate.foresee?.(state, request);
  if (actor === undefined) return undefined;
  const { address } = state;
  gate.begin?.({ operation, method: request.method, pattern, actor, state, request, address });
  const check = () => {
    if (operation.may !== "anyone") gate.allow(actor, operation.may);
    return actor;
  };
  const lookup = cache && operation.cache && beginLookup(cache, operation, ctx, { check });
  return { actor, lookup };
}

/**
 * Begins to look for a kept answer, if the caller may have one and does not ask for a new one
 * (`Cache-Control: no-cache`). What is wrong with the input is said later.
 */
function beginLookup<State extends RequestState, Actor>(
  cache: AnswerCache<State, Actor>,
  operation: AnyOperation,
  ctx: Context<State>,
  caller: Pick<CallerOf<Actor>, "check">,
): ShownLookup | undefined {
  if (!operation.cache || ctx.req.headers.get("cache-control") === "no-cache") return undefined;
  const asked = askedFor(operation, ctx, caller);
  const lookup = asked && lookUp(cache, operation.cache, asked, ctx.state);
  return lookup && { ...lookup, isShown: cache.isShown(ctx.state) };
}

function askedFor<State, Actor>(
  operation: AnyOperation,
  ctx: Context<State>,
  caller: Pick<CallerOf<Actor>, "check">,
): AskedFor<Actor, unknown, unknown> | undefined {
  try {
    return {
      actor: caller.check(),
      path: parsePath(operation.path, ctx.params),
      query: parseQuery(operation.query, ctx.url.searchParams),
    };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

interface ShownLookup extends Lookup {
  readonly isShown: boolean;
}

interface Run<State, Actor> {
  readonly actor: Actor;
  readonly signedIn: () => Actor | undefined;
  readonly state: State;
  readonly request: Request;
  readonly address: string;
  readonly execution: Passage<State, Actor>["execution"];
  readonly lookup: ShownLookup | undefined;
}

async function run<State extends RequestState, Actor>(
  operation: AnyOperation,
  ctx: Context<State>,
  { actor, signedIn, state, request, address, execution, lookup }: Run<State, Actor>,
  complete: CompleteAnswers<State> | undefined,
): Promise<Response> {
  const path = parsePath(operation.path, ctx.params);
  const query = parseQuery(operation.query, ctx.url.searchParams);
  const fields = chosenFields(operation.answer, query);
  const handle = async () => {
    const body = await parseBody(operation, request, ctx.state.config.request.idleMs);
    const call = { actor, signedIn, state, path, query, body, request, address };
    execution.hasBegun = true;
    return await operation.handle(call);
  };
  const write = (result: unknown) => JSON.stringify(toSnakeKeys(withFields(result, fields)));
  if (lookup) {
    const kept = await answerKept(lookup, async () => write(await handle()));
    const shown: Record<string, string> = lookup.isShown ? { "x-cache": kept.state } : {};
    return answerRead(ctx, kept.body, { etag: kept.etag, headers: shown }, complete);
  }
  const result = await handle();
  if (result instanceof Response) return result;
  const status = operation.status ?? (operation.answer ? 200 : 204);
  if (status === 204) return new Response(null, { status });
  if (status === 200) return answerRead(ctx, write(result), {}, complete);
  return answerJson(ctx.req, write(result), { status });
}

/** What is read by GET is answered with all its headers at once. */
function answerRead<State>(
  ctx: Context<State>,
  body: string,
  answer: { readonly etag?: string; readonly headers?: Record<string, string> },
  complete: CompleteAnswers<State> | undefined,
): Response {
  if (!complete || ctx.req.method !== "GET") return answerJson(ctx.req, body, answer);
  const headers = Object.assign(complete.headersOf(ctx.state), answer.headers);
  const response = answerJson(ctx.req, body, { ...answer, headers });
  complete.note(ctx.state, response);
  return response;
}

/** There are as many as routes. */
const patterns = new Map<string, string>();

/** "/api/v1/jobs/:id" as "/api/v1/jobs/{id}". */
function patternOf(route: string | null): string {
  if (route === null) return "";
  const known = patterns.get(route);
  if (known !== undefined) return known;
  const pattern = route.replaceAll(/:(\w+)/g, "{$1}");
  patterns.set(route, pattern);
  return pattern;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A path of the API: a handler of all methods, which knows those that it has. */
export interface Resource<State> {
  (ctx: Context<State>): Promise<Response>;
  readonly endpoints: Readonly<Partial<Record<Method, Endpoint<State>>>>;
}

/**
 * Puts the endpoints of one path together. What they throw becomes a problem; HEAD is GET without
 * its body; another method is 405 and says which there are.
 */
export function resource<State extends RequestState>(
  endpoints: Partial<Record<Method, Endpoint<State>>>,
): Resource<State> {
  const methods = Object.keys(endpoints);
  if (endpoints.GET) methods.push("HEAD");
  const allow = [...methods, "OPTIONS"].join(", ");
  const answer = async (ctx: Context<State>) => {
    const { method } = ctx.req;
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
    const endpoint = endpoints[(method === "HEAD" ? "GET" : method) as Method];
    if (!endpoint) return notAllowed(method, allow, ctx.state.requestId);
    const response = await endpoint(ctx);
    if (method !== "HEAD") return response;
    await response.body?.cancel();
    return new Response(null, response);
  };
  return Object.assign(answer, { endpoints });
}

function notAllowed(method: string, allow: string, requestId: string): Response {
  const response = toProblem(
    new HttpError(405, `There is no ${method} here: use ${allow}`),
    requestId,
  );
  response.headers.set("allow", allow);
  return response;
}
