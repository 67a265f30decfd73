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
      const answerIt = (state: State, request: Request) => {
        const actor = caller.check();
        const { signedIn } = caller;
        const { address, execution } = passage;
        const asked = { actor, signedIn, state, request, address, execution, lookup };
        return run(operation, ctx, asked, complete);
      };
      const answered = () => pass(layers, 0, passage, answerIt);
      const response = await (gate.within?.(caller.actor, operation.may, answered) ?? answered());
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
