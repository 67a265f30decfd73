import type { Context } from "./context.ts";
import type { Method } from "./router.ts";

/** What a handler gives when its page is to be drawn. */
export interface PageResponse<T> {
  data: T;
  headers?: HeadersInit;
  status?: number;
}

/**
 * Asks for the page of the route to be drawn with this data.
 *
 * @param data Arrives in the page component as `props.data`.
 * @param options Headers and status of the answer (default 200).
 */
export function page<T>(data: T, options?: {
  headers?: HeadersInit;
  status?: number;
}): PageResponse<T>;
export function page(): PageResponse<undefined>;
export function page<T>(
  data?: T,
  options?: { headers?: HeadersInit; status?: number },
): PageResponse<T | undefined> {
  return { data, headers: options?.headers, status: options?.status };
}

/** One function for all methods, or one for each. */
export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

/** Answers a request itself, or with the data of a page. */
export interface HandlerFn<Data, State> {
  (ctx: Context<State>):
    | Response
    | PageResponse<Data>
    | Promise<Response | PageResponse<Data>>;
}

/** Handlers by method; `HEAD` falls back to `GET`. */
export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

/** The type of the data that a handler gives its page. */
export type RouteData<Handler extends RouteHandler<unknown, unknown>> = Handler extends
  RouteHandler<infer Data, unknown> ? Data : never;

/** Whether a handler is an object by method. */
export function isByMethod<Data, State>(
  handler: unknown,
): handler is HandlerByMethod<Data, State> {
  return typeof handler === "object" && handler !== null && !Array.isArray(handler);
}
