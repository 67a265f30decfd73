import { HttpError } from "./error.ts";
import { isByMethod } from "./handlers.ts";
import { METHODS } from "./router.ts";
import type { Route } from "./types.ts";

/** The methods that a route answers. */
export function methodsOf<State>(route: Route<State>): readonly string[] {
  if (!isByMethod<unknown, State>(route.handler)) return METHODS;
  const methods = Object.keys(route.handler);
  return route.component !== undefined && !methods.includes("GET") ? ["GET", ...methods] : methods;
}

/** Ends the chain of a request that no route answers. */
export function notFound(): Promise<Response> {
  return Promise.reject(new HttpError(404));
}

/** Ends the chain of a request whose path is known, but not with its method. */
export function notAllowed(method: string, allowed: readonly string[]): Promise<Response> {
  if (method !== "OPTIONS") return Promise.reject(new HttpError(405));
  return Promise.resolve(
    new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }),
  );
}
