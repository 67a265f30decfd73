import type { Context } from "fresh";
import { answerKept } from "./endpoint_cache.ts";
import type { ShownLookup } from "./endpoint_caller.ts";
import { parseBody, parsePath, parseQuery } from "./endpoint_input.ts";
import { chosenFields, withFields } from "./field_choice.ts";
import { answerJson } from "./http_cache.ts";
import type { AnyOperation, CompleteAnswers, Passage, RequestState } from "./operation.ts";
import { toSnakeKeys } from "./snake_case.ts";

/** A request whose caller may ask. */
export interface Run<State, Actor> {
  readonly actor: Actor;
  readonly signedIn: () => Actor | undefined;
  readonly state: State;
  readonly request: Request;
  readonly address: string;
  readonly execution: Passage<State, Actor>["execution"];
  readonly lookup: ShownLookup | undefined;
  /** Acts where the database shows what the caller may see. */
  readonly within: <T>(act: () => T) => T;
}

/** Parses what is asked for, lets the operation handle it, and writes its answer. */
export async function run<State extends RequestState, Actor>(
  operation: AnyOperation,
  ctx: Context<State>,
  { actor, signedIn, state, request, address, execution, lookup, within }: Run<State, Actor>,
  complete: CompleteAnswers<State> | undefined,
): Promise<Response> {
  const { path, query } = lookup?.asked ?? {
    path: parsePath(operation.path, ctx.params),
    query: parseQuery(operation.query, ctx.url.searchParams),
  };
  const fields = chosenFields(operation.answer, query);
  const handle = async () => {
    const body = await parseBody(operation, request, ctx.state.config.request.idleMs);
    const call = { actor, signedIn, state, path, query, body, request, address };
    execution.hasBegun = true;
    return await within(() => operation.handle(call));
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
