import type { Span } from "@opentelemetry/api";
import { tracingChannel } from "node:diagnostics_channel";
import { SpanKind, startSpan } from "./tracing.ts";

/** What the client tells of a command; see its `TRACE_COMMAND` channel. */
interface Told {
  readonly command?: string;
  readonly error?: unknown;
}

const spans = new WeakMap<object, Span>();

/** Records a span for each command to Redis: its name, never its keys or values. */
export function recordRedisSpans(): void {
  const end = (told: Told) => {
    spans.get(told)?.end();
    spans.delete(told);
  };
  tracingChannel("node-redis:command").subscribe({
    start(told) {
      const { command = "command" } = told as Told;
      const span = startSpan(command, {
        kind: SpanKind.CLIENT,
        attributes: { "db.system.name": "redis", "db.operation.name": command },
      });
      if (span) spans.set(told as object, span);
    },
    end() {},
    asyncStart() {},
    asyncEnd: (told) => end(told as Told),
    error: (told) => {
      const { error } = told as Told;
      const name = error instanceof Error ? error.name : "unknown";
      spans.get(told as object)?.setAttribute("error.type", name);
    },
  });
}
