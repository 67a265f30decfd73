import { lazy, withContext } from "@logtape/logtape";
import type { Context } from "fresh";
import { define, type State } from "../../define.ts";
import { logger } from "../../lib/platform/log.ts";
import { requestDuration } from "../../lib/platform/telemetry/measures.ts";
import { inRootSpan, isTracing, SpanKind } from "../../lib/platform/telemetry/tracing.ts";

const log = logger("http");
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Gives the request an id, or keeps the one that it came with, for its answer, its error page and the
 * log; measures, traces and logs how it went, by the pattern of its route.
 */
export const knowRequest = define.middleware(async (ctx) => {
  const { state, req: request } = ctx;
  const requestId = givenId(request) ?? newRequestId();
  state.requestId = requestId;
  const started = performance.now();
  // What is logged on the way says which request it was, and whose.
  const told = {
    requestId,
    workspaceId: lazy(() => callerOf(state)?.workspaceId),
    principal: lazy(() => nameOf(callerOf(state))),
  };
  const response = await withContext(told, () => isTracing() ? traced(ctx) : ctx.next());
  if (state.complete !== response) response.headers.set("x-request-id", requestId);
  const seconds = (performance.now() - started) / 1000;
  const { method, route } = labelsOf(ctx);
  requestDuration.record(seconds, {
    "http.request.method": method,
    "http.route": route,
    "http.response.status_code": String(response.status),
  });
  if (state.config?.logRequests || log.isEnabledFor("debug")) {
    log[state.config?.logRequests ? "info" : "debug"]("{method} {route} {status} in {ms} ms", {
      method,
      route,
      status: response.status,
      ms: Math.round(1000 * seconds),
      requestId,
      workspaceId: callerOf(state)?.workspaceId,
      principal: nameOf(callerOf(state)),
    });
  }
  return response;
});

/** Answers it, as the first span of this process. */
function traced(ctx: Context<State>): Promise<Response> {
  const { method, route } = labelsOf(ctx);
  const attributes = {
    "http.request.method": method,
    "http.route": route,
    "talent.request.id": ctx.state.requestId,
  };
  const parent = ctx.req.headers.get("traceparent");
  return inRootSpan(
    `${method} ${route}`,
    parent,
    { kind: SpanKind.SERVER, attributes },
    async (span) => {
      const response = await ctx.next();
      const caller = span && callerOf(ctx.state);
      span?.setAttribute("http.response.status_code", response.status);
      if (caller) {
        span.setAttribute("talent.workspace.id", caller.workspaceId);
        span.setAttribute("talent.principal", nameOf(caller) ?? "");
      }
      return response;
    },
  );
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** There are as many as operations and pages, whatever is asked for. */
function labelsOf({ req, route }: Context<State>): { method: string; route: string } {
  return { method: METHODS.has(req.method) ? req.method : "_OTHER", route: route ?? "unmatched" };
}

/** Who acts, where that is known: on a page, or by the API. */
function callerOf(state: State) {
  return state.session?.actor ?? state.caller;
}

/** By an id: nobody's name is logged. */
function nameOf(caller: ReturnType<typeof callerOf>): string | undefined {
  return caller && (caller.userId === null ? `key:${caller.apiKeyId}` : `user:${caller.userId}`);
}

/** `X-Request-Id` as a proxy or a client gave it, if it can stand in a header and a log. */
function givenId(request: Request): string | undefined {
  const given = request.headers.get("x-request-id");
  return given !== null && /^[\x21-\x7e]{1,128}$/.test(given) ? given : undefined;
}

/** Drawn for many ids at once: to ask for it costs more than what is asked for. */
const chance = new Uint8Array(12 * 256);
let drawn = chance.length;

/** Short enough to read out on the phone; letters that look like figures are left out. */
function newRequestId(): string {
  if (drawn === chance.length) {
    crypto.getRandomValues(chance);
    drawn = 0;
  }
  let id = "req_";
  for (const end = drawn + 12; drawn < end; drawn++) id += ALPHABET[(chance[drawn] ?? 0) % 32];
  return id;
}
