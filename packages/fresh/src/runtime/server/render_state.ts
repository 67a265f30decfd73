import type { ComponentChildren, VNode } from "preact";
import type { BuildCache } from "../../build_cache.ts";
import type { Island } from "../../islands.ts";

/** JSX that an island was given, drawn by the server and found again by the browser. */
export class Slot {
  constructor(readonly id: number, readonly name: string) {}
}

/** What is gathered while one document is drawn. */
export class RenderState {
  /** For the inline scripts and styles of this document alone. */
  readonly nonce: string = crypto.randomUUID().replaceAll("-", "");
  readonly islands = new Set<Island>();
  /** One for each island on the page; the island's mark holds its index. */
  readonly islandProps: Record<string, unknown>[] = [];
  /** Slots that no island has drawn so far. */
  readonly pendingSlots = new Map<number, { name: string; children: ComponentChildren }>();
  slotCount = 0;
  /** Where we are: within an island, or back in what the server alone draws. */
  readonly zones: ("island" | "slot")[] = [];
  readonly partials = new Set<string>();
  /** What `Head` has collected, by what it replaces. */
  readonly head = new Map<string, VNode<Record<string, unknown>>>();
  /** How many `Head` we are within. */
  headDepth = 0;
  inHead = false;
  hasHtml = false;
  hasHead = false;
  hasBody = false;

  /** Of the page, without a slash at its end. */
  readonly pathname: string;

  constructor(
    readonly cache: BuildCache<unknown>,
    pathname: string,
    readonly basePath: string,
    readonly css: readonly string[],
  ) {
    this.pathname = withoutSlash(pathname);
  }

  get isInIsland(): boolean {
    return this.zones.at(-1) === "island";
  }

  /** Whether the page needs any script at all. */
  get needsScript(): boolean {
    return this.islands.size > 0 || this.cache.reloadEntry !== null;
  }
}

/** A path without the slash at its end, but for the root. */
export function withoutSlash(path: string): string {
  return path !== "/" && path.endsWith("/") ? path.slice(0, -1) : path;
}

let current: RenderState | null = null;

/** The document that is being drawn, or null. */
export function renderState(): RenderState | null {
  return current;
}

/** Draws with this state; drawing is synchronous, so no other document comes between. */
export function withRenderState<T>(state: RenderState, draw: () => T): T {
  current = state;
  try {
    return draw();
  } finally {
    current = null;
  }
}
