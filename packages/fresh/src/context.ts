import { type FunctionComponent, isValidElement, type VNode } from "preact";
import type { BuildCache } from "./build_cache.ts";
import type { ResolvedFreshConfig } from "./config.ts";
import { draw } from "./draw.ts";
import { HttpError } from "./error.ts";
import { renderDocument } from "./runtime/server/document.ts";
import type { LayoutConfig, RouteComponent } from "./types.ts";
import {
  isHandlers,
  listenTo,
  type WebSocketHandlers,
  type WebSocketUpgradeOptions,
} from "./web_socket.ts";

export type { Island } from "./islands.ts";
export type { WebSocketHandlers, WebSocketUpgradeOptions } from "./web_socket.ts";

/** What is drawn around a page, as the folders on the way to it have laid it down. */
export interface Ui<State> {
  app: RouteComponent<State> | null;
  /** From the outermost inwards. */
  layouts: RouteComponent<State>[];
  css: readonly string[];
}

/** @deprecated Use {@linkcode Context}. */
export type FreshContext<State = unknown> = Context<State>;

/** What an app hands to the context of a request. */
export interface ContextInit<State> {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  route: string | null;
  params: Record<string, string>;
  config: ResolvedFreshConfig;
  cache: BuildCache<State>;
}

const PARTIAL_PARAM = "fresh-partial";
const ENCODER = new TextEncoder();

export let uiOf: <State>(ctx: Context<State>) => Ui<State>;
export let cacheOf: <State>(ctx: Context<State>) => BuildCache<State>;

/** One request on its way through middlewares and route. */
export class Context<State> {
  #ui: Ui<State> = { app: null, layouts: [], css: [] };
  #cache: BuildCache<State>;

  /** The app's settings. */
  readonly config: ResolvedFreshConfig;
  /** The request's URL, with repeated slashes of its path folded. */
  readonly url: URL;
  req: Request;
  /** The pattern of the route, or null when there is none. */
  readonly route: string | null;
  readonly params: Record<string, string>;
  /** Shared by all middlewares and the route of this request. */
  readonly state: State = {} as State;
  /** What the handler gave to the page. */
  data: unknown = undefined;
  /** What was thrown on the way, for error pages; null before that. */
  error: unknown | null = null;
  /** Where the request came from. */
  readonly info: Deno.ServeHandlerInfo;
  /** Whether only the page's partials are asked for. */
  readonly isPartial: boolean;
  /** Hands over to the next middleware or the route, and gives its answer. */
  next: () => Promise<Response>;
  /** What a layout draws itself around. */
  Component!: FunctionComponent;

  static {
    uiOf = (ctx) => ctx.#ui;
    cacheOf = (ctx) => ctx.#cache;
  }

  constructor(init: ContextInit<State>) {
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.route = init.route;
    this.params = init.params;
    this.config = init.config;
    this.#cache = init.cache;
    this.isPartial = init.url.search !== "" && init.url.searchParams.has(PARTIAL_PARAM);
    this.next = () => Promise.reject(new HttpError(404));
  }

  /**
   * Sends the browser elsewhere. A path keeps to this host: its repeated slashes are folded.
   *
   * @param pathOrUrl A path, or a URL for another host.
   * @param status Default: 302.
   */
  redirect(pathOrUrl: string, status = 302): Response {
    let location = pathOrUrl;
    if (location.startsWith("/")) {
      const end = location.search(/[?#]/);
      const path = end === -1 ? location : location.slice(0, end);
      location = path.replace(/[/\\]{2,}/g, "/") + location.slice(path.length);
    }
    if (this.isPartial) {
      const [base, hash] = location.split("#", 2);
      const mark = base?.includes("?") ? "&" : "?";
      location = `${base}${mark}${PARTIAL_PARAM}=true${hash === undefined ? "" : `#${hash}`}`;
    }
    return new Response(null, { status, headers: { location } });
  }

  /**
   * Draws an element with the layouts and the `_app` that hold here.
   *
   * @throws {Error} When called with something that is not an element.
   */
  async render(
    // deno-lint-ignore no-explicit-any -- any element will do
    vnode: VNode<any> | null,
    init: ResponseInit | undefined = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    if (arguments.length === 0) throw new Error("ctx.render() needs an element");
    if (vnode !== null && !isValidElement(vnode)) {
      throw new Error("ctx.render() was given something that is not an element");
    }
    const { app, layouts } = this.#ui;
    let inner: VNode | null = vnode;
    for (const layout of config.skipInheritedLayouts ? [] : layouts.toReversed()) {
      const child = inner;
      this.Component = () => child;
      const drawn = await draw(this, layout, undefined, this.Component);
      if (drawn instanceof Response) return drawn;
      inner = drawn;
    }
    let page: VNode | null = inner;
    let outer: VNode | null = null;
    if (app !== null && !config.skipAppWrapper) {
      this.Component = () => page;
      const drawn = await draw(this, app, undefined, this.Component);
      if (drawn instanceof Response) return drawn;
      outer = drawn;
    }
    return renderDocument(this, this.#cache, init, {
      page: inner,
      app: outer,
      css: this.#ui.css,
      setPage: (drawn) => page = drawn,
    });
  }

  /** Answers with plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** Answers with HTML as it stands. */
  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("content-type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  /** Answers with JSON. */
  // deno-lint-ignore no-explicit-any -- whatever JSON can hold
  json(content: any, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  /**
   * Answers piece by piece.
   *
   * @param stream Pieces of text or bytes, or a function that gives them.
   */
  stream<U extends string | Uint8Array>(
    stream: Iterable<U> | AsyncIterable<U> | (() => Iterable<U> | AsyncIterable<U>),
    init?: ResponseInit,
  ): Response {
    const pieces = typeof stream === "function" ? stream() : stream;
    const body = ReadableStream.from(pieces).pipeThrough(
      new TransformStream<U, Uint8Array<ArrayBuffer>>({
        transform(piece, controller) {
          const bytes = typeof piece === "string" ? ENCODER.encode(piece) : piece;
          controller.enqueue(bytes as Uint8Array<ArrayBuffer>); // a body takes no shared memory
        },
      }),
    );
    return new Response(body, init);
  }

  /**
   * Turns the request into a WebSocket.
   *
   * @returns The answer when handlers are given, else the socket with its answer.
   * @throws {HttpError} 400 if the request asks for no WebSocket.
   */
  upgrade(options?: WebSocketUpgradeOptions): { socket: WebSocket; response: Response };
  upgrade(handlers: WebSocketHandlers, options?: WebSocketUpgradeOptions): Response;
  upgrade(
    first?: WebSocketHandlers | WebSocketUpgradeOptions,
    second?: WebSocketUpgradeOptions,
  ): { socket: WebSocket; response: Response } | Response {
    if (this.req.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw new HttpError(400, "Expected a WebSocket upgrade request");
    }
    const options = isHandlers(first) ? second : first;
    const upgraded = Deno.upgradeWebSocket(this.req, options);
    if (!isHandlers(first)) return upgraded;
    listenTo(upgraded.socket, first);
    return upgraded.response;
  }
}
