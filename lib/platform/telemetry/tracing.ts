import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from "@opentelemetry/api";

export { SpanKind };

/** Set while spans are recorded; else all of this costs a look at it. */
let tracer: Tracer | undefined;

/** What the runtime needs beside `OTEL_DENO=true`, so that whole URLs are not told. */
export const TRACING_ENV = {
  OTEL_TRACES_SAMPLER: "parentbased_always_off",
  OTEL_PROPAGATORS: "none",
  OTEL_DENO_CONSOLE: "ignore",
} as const;

/** Tracing that would tell more than it may. */
export class UnsafeTracing extends Error {
  override readonly name = "UnsafeTracing";
}

/**
 * Turns spans on where the runtime records them (`OTEL_DENO=true`).
 *
 * The runtime's own spans of requests hold whole URLs, and with them what people search for and the
 * secrets of links. They are kept out by a sampler that drops what has no sampled parent; ours are
 * given one. See docs/adr/0039.
 *
 * @throws {UnsafeTracing} When the environment would have the runtime's own spans recorded.
 */
export function startTracing(env: Readonly<Record<string, string | undefined>>): void {
  if (env.OTEL_DENO !== "true") return;
  for (const [name, value] of Object.entries(TRACING_ENV)) {
    if (env[name] === value) continue;
    throw new UnsafeTracing(
      `OTEL_DENO=true needs ${name}=${value}: the runtime would record whole URLs, with what ` +
        "people search for and the secrets of links. deno task start sets it",
    );
  }
  tracer = trace.getTracer("talent");
}

/** Whether spans are recorded. */
export function isTracing(): boolean {
  return tracer !== undefined;
}

/** What a span is about: how it is called, its kind, and what else is told of it. */
export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
}

/**
 * Runs something as a span below the one that runs; ends it when the promise settles. Without one
 * above nothing is recorded.
 */
export function inSpan<T>(
  name: string,
  options: SpanOptions,
  run: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!tracer || !isTraced()) return run(undefined);
  return tracer.startActiveSpan(name, options, (span) => ended(span, run));
}

/**
 * Runs something as the first span of this process: of the trace that `traceparent` names, or of a
 * new one.
 *
 * @param traceparent As by W3C Trace Context, section 3.2; what cannot be read begins a new trace.
 */
export function inRootSpan<T>(
  name: string,
  traceparent: string | null | undefined,
  options: SpanOptions,
  run: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!tracer) return run(undefined);
  const parent = trace.setSpanContext(ROOT_CONTEXT, {
    ...parentOf(traceparent),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
  return tracer.startActiveSpan(name, options, parent, (span) => ended(span, run));
}

/** The span that runs, for what it causes in another process; null where none is recorded. */
export function currentTraceparent(): string | null {
  const span = tracer && trace.getActiveSpan()?.spanContext();
  if (!span || !(span.traceFlags & TraceFlags.SAMPLED)) return null;
  return `00-${span.traceId}-${span.spanId}-01`;
}

/** Runs something of which the runtime would record more than may be told, such as a URL. */
export function untraced<T>(run: () => T): T {
  return tracer ? context.with(ROOT_CONTEXT, run) : run();
}

/** A span below the one that runs, for what has no promise of ours; the caller ends it. */
export function startSpan(name: string, options: SpanOptions): Span | undefined {
  return tracer && isTraced() ? tracer.startSpan(name, options) : undefined;
}

function isTraced(): boolean {
  const span = trace.getActiveSpan();
  return span !== undefined && (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
}

async function ended<T>(span: Span, run: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await run(span);
  } catch (error) {
    // Its name alone: a message may quote what somebody wrote.
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute("error.type", error instanceof Error ? error.name : "unknown");
    throw error;
  } finally {
    span.end();
  }
}

interface Parent {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

function parentOf(traceparent: string | null | undefined): Parent {
  const [, traceId, spanId] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  if (traceId && spanId) return { traceId, spanId };
  // The runtime's own span of the request, which is not recorded, or one that nobody has.
  const own = trace.getActiveSpan()?.spanContext();
  return own ?? { traceId: randomHex(16), spanId: randomHex(8) };
}

function randomHex(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toHex();
}
