/** A span as it was told by OTLP, in JSON. */
export interface ToldSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

/** Takes what OpenTelemetry sends, over HTTP in JSON. */
export interface OtlpReceiver extends AsyncDisposable {
  /** Makes a process send to it. */
  readonly env: Readonly<Record<string, string>>;
  /** All that came, as it came. */
  readonly bodies: readonly string[];
  /** All spans so far. */
  spans(): ToldSpan[];
  /** The names of all metrics of ours so far; the runtime has its own. */
  metrics(): ReadonlySet<string>;
}

/** Starts one at a free port. */
export function startOtlpReceiver(): OtlpReceiver {
  const bodies: string[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      bodies.push(await request.text());
      return Response.json({});
    },
  );
  const { port } = server.addr as Deno.NetAddr;
  return {
    env: envOf(port),
    bodies,
    metrics: () => new Set(bodies.flatMap((body) => metricsIn(JSON.parse(body)))),
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body))),
    async [Symbol.asyncDispose]() {
      await server.shutdown();
    },
  };
}

/** Takes connections and never answers, like a machine that hangs. */
export interface SilentReceiver extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  /** How many connections there were so far. */
  calls(): number;
}

/** Starts one at a free port. */
export function startSilentReceiver(): SilentReceiver {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections: Deno.Conn[] = [];
  const taken = (async () => {
    for await (const connection of listener) connections.push(connection);
  })();
  return {
    env: envOf((listener.addr as Deno.NetAddr).port),
    calls: () => connections.length,
    async [Symbol.asyncDispose]() {
      listener.close();
      await taken;
      for (const connection of connections) connection.close();
    },
  };
}

function envOf(port: number): Record<string, string> {
  return {
    OTEL_DENO: "true",
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_BSP_SCHEDULE_DELAY: "100",
    OTEL_METRIC_EXPORT_INTERVAL: "200",
  };
}

interface Told {
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly {
      readonly scope: { readonly name: string };
      readonly metrics: readonly { readonly name: string }[];
    }[];
  }[];
  readonly resourceSpans?: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly ToldSpan[] }[];
  }[];
}

function spansIn({ resourceSpans = [] }: Told): ToldSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

function metricsIn({ resourceMetrics = [] }: Told): string[] {
  return resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.filter(({ scope }) => scope.name === "talent")
      .flatMap(({ metrics }) => metrics.map(({ name }) => name))
  );
}
