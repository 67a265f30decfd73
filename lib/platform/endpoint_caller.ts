import type { Context } from "fresh";
import { type AnswerCache, type AskedFor, type Lookup, lookUp } from "./endpoint_cache.ts";
import { parsePath, parseQuery } from "./endpoint_input.ts";
import { AppError } from "./errors.ts";
import type { AnyOperation, Gate, RequestState, ShownCall } from "./operation.ts";

/** Who calls, and what stands in their way. */
export interface CallerOf<Actor> {
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
export async function callerOf<State extends RequestState, Actor, Permission extends string>(
  gate: Gate<State, Actor, Permission>,
  call: ShownCall<State, Permission>,
): Promise<CallerOf<Actor>> {
  const { may, authorization } = call;
  const isOpen = may === "anyone";
  const nobody = () => undefined as Actor;
  if (isOpen && authorization === null) {
    return { actor: undefined, check: nobody, signedIn: nobody };
  }
  try {
    const actor = await gate.authenticate(call);
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

/** What is known of a call when its caller is foreseen. */
export interface Foreseeing<State, Actor> {
  readonly pattern: string;
  readonly authorization: string | null;
  readonly cache: AnswerCache<State, Actor> | undefined;
}

/** Whose call it will be, and the look for their kept answer. */
export interface Foreseen<Actor> {
  readonly actor: Actor;
  readonly lookup: ShownLookup | undefined;
}

/**
 * Counts the call of whom it will be, and looks for their kept answer, in the round trip in which
 * PostgreSQL is asked who it is.
 */
export function foresee<State extends RequestState, Actor, Permission extends string>(
  gate: Gate<State, Actor, Permission>,
  operation: AnyOperation,
  ctx: Context<State>,
  { pattern, authorization, cache }: Foreseeing<State, Actor>,
): Foreseen<Actor> | undefined {
  const { req: request, state } = ctx;
  const actor = gate.foresee?.(state, authorization);
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
export function beginLookup<State extends RequestState, Actor>(
  cache: AnswerCache<State, Actor>,
  operation: AnyOperation,
  ctx: Context<State>,
  caller: Pick<CallerOf<Actor>, "check">,
): ShownLookup | undefined {
  if (!operation.cache || ctx.req.headers.get("cache-control") === "no-cache") return undefined;
  const asked = askedFor(operation, ctx, caller);
  const lookup = asked && lookUp(cache, operation.cache, asked, ctx.state);
  return lookup && { ...lookup, asked, isShown: cache.isShown(ctx.state) };
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

/** A look for a kept answer, for what was asked, and whether the answer tells of it. */
export interface ShownLookup extends Lookup {
  readonly asked: Pick<AskedFor<unknown, unknown, unknown>, "path" | "query">;
  readonly isShown: boolean;
}
