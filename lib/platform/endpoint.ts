import { type Context, HttpError } from "fresh";
import type { z } from "zod";
import { run } from "./endpoint_answer.ts";
import type { AnswerCache } from "./endpoint_cache.ts";
import { beginLookup, callerOf, foresee } from "./endpoint_caller.ts";
import type {
  CompleteAnswers,
  Endpoint,
  Gate,
  Layer,
  Operation,
  Passage,
  RequestState,
} from "./operation.ts";
import { deprecationHeaders } from "./operation_docs.ts";
import { toProblem } from "./problem.ts";

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
      const { state, req: { method } } = ctx;
      const { may } = operation;
      const authorization = ctx.req.headers.get("authorization");
      const foreseen = method === "GET"
        ? foresee(gate, operation, ctx, { pattern, authorization, cache })
        : undefined;
      const caller = await callerOf(gate, { state, method, authorization, may });
      const passage = {
        operation,
        method,
        pattern,
        actor: caller.actor,
        state,
        request: ctx.req,
        address: state.address,
        execution: { hasBegun: false },
      };
      // Before the layers, so that their questions to Redis and this one go together.
      const lookup = foreseen?.actor !== undefined && foreseen.actor === caller.actor
        ? foreseen.lookup
        : cache && operation.cache && beginLookup(cache, operation, ctx, caller);
      const within = <T>(act: () => T): T =>
        gate.within ? gate.within(caller.actor, may, act) : act();
      const answerIt = (state: State, request: Request) => {
        const actor = caller.check();
        const { signedIn } = caller;
        const { address, execution } = passage;
        const asked = { actor, signedIn, state, request, address, execution, lookup, within };
        return run(operation, ctx, asked, complete);
      };
      const answered = () => pass(layers, 0, passage, answerIt);
      // Around a GET nothing is written down, so that only what it reads is of a workspace.
      const response = await (method === "GET" ? answered() : within(answered));
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
 * problem. A layer that only hands over costs no promise of its own.
 */
function pass<State extends RequestState, Actor>(
  layers: readonly Layer<State, Actor>[],
  at: number,
  passage: Passage<State, Actor>,
  answer: (state: State, request: Request) => Promise<Response>,
): Promise<Response> {
  const layer = layers[at];
  let inner: Promise<Response> | undefined;
  const next = (state = passage.state, request = passage.request) => {
    const isSame = state === passage.state && request === passage.request;
    return inner = pass(layers, at + 1, isSame ? passage : { ...passage, state, request }, answer);
  };
  const refuse = (error: unknown) => toProblem(error, passage.state.requestId);
  try {
    const given = layer ? layer(passage, next) : answer(passage.state, passage.request);
    return given === inner ? given : given.catch(refuse);
  } catch (error) {
    return Promise.resolve(refuse(error));
  }
}

/** There are as many as routes. */
const patterns = new Map<string, string>();

/** "/api/v1/jobs/:id" as "/api/v1/jobs/{id}". */
export function patternOf(route: string | null): string {
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
  const allow = allowOf(Object.keys(endpoints));
  const answer = (ctx: Context<State>) => {
    const { method } = ctx.req;
    const endpoint = endpoints[(method === "HEAD" ? "GET" : method) as Method];
    if (endpoint) return method === "HEAD" ? withoutBody(endpoint(ctx)) : endpoint(ctx);
    return Promise.resolve(
      method === "OPTIONS"
        ? new Response(null, { status: 204, headers: { allow } })
        : notAllowed(method, allow, ctx.state.requestId),
    );
  };
  return Object.assign(answer, { endpoints });
}

async function withoutBody(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  await response.body?.cancel();
  return new Response(null, response);
}

/** What `Allow` says of a path with these methods. */
export function allowOf(methods: readonly string[]): string {
  return [...methods, ...methods.includes("GET") ? ["HEAD"] : [], "OPTIONS"].join(", ");
}

/** Refuses a method that a path does not have, and says which it has. */
export function notAllowed(method: string, allow: string, requestId: string): Response {
  const response = toProblem(
    new HttpError(405, `There is no ${method} here: use ${allow}`),
    requestId,
  );
  response.headers.set("allow", allow);
  return response;
}
