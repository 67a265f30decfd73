import { metrics as openTelemetry } from "@opentelemetry/api";
import * as prometheus from "prom-client";
import { isTracing } from "./tracing.ts";

/** What the instruments of this process have counted, for `/metrics`. */
export const registry: prometheus.Registry = new prometheus.Registry();

const meter = openTelemetry.getMeter("talent");

/** An instrument: by its name in OpenTelemetry, with words for people and the names of its labels. */
export interface Told<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** The names of labels here and in Prometheus, which takes no dots. */
type Names<Label extends string> = readonly (readonly [here: Label, there: string])[];

/** Counts upwards, for Prometheus and, where it is on, for OpenTelemetry. */
export class Counter<Label extends string = never> {
  readonly #names: Names<Label>;
  readonly #prometheus: prometheus.Counter<string>;
  readonly #openTelemetry;

  constructor({ name, help, labels = [] }: Told<Label>) {
    this.#names = labels.map((label) => [label, inPrometheus(label)]);
    this.#openTelemetry = meter.createCounter(name, { description: help });
    this.#prometheus = new prometheus.Counter({
      name: `${inPrometheus(name)}_total`,
      help,
      labelNames: this.#names.map(([, there]) => there),
      registers: [registry],
    });
  }

  /** What was counted since the process began, of those whose labels are wanted. */
  async total(isWanted: (labels: Labels<Label>) => boolean = () => true): Promise<number> {
    const { values } = await this.#prometheus.get();
    return values.filter(({ labels }) => isWanted(back(this.#names, labels)))
      .reduce((sum, { value }) => sum + value, 0);
  }

  add(labels: Labels<Label>, count = 1): void {
    this.#prometheus.inc(renamed(this.#names, labels), count);
    this.#openTelemetry.add(count, labels);
  }
}

/** Spreads durations over buckets, for both. */
export class Durations<Label extends string = never> {
  readonly #names: Names<Label>;
  readonly #prometheus: prometheus.Histogram<string>;
  readonly #openTelemetry;

  /** @param boundaries The upper ends of the buckets, in seconds. */
  constructor({ name, help, labels = [] }: Told<Label>, readonly boundaries: readonly number[]) {
    this.#names = labels.map((label) => [label, inPrometheus(label)]);
    const advice = { explicitBucketBoundaries: [...boundaries] };
    this.#openTelemetry = meter.createHistogram(name, { description: help, unit: "s", advice });
    this.#prometheus = new prometheus.Histogram({
      name: `${inPrometheus(name)}_seconds`,
      help,
      labelNames: this.#names.map(([, there]) => there),
      buckets: [...boundaries],
      registers: [registry],
    });
  }

  /**
   * How often each bucket was met since the process began, of those whose labels are wanted; the
   * last has no end.
   */
  async totals(isWanted: (labels: Labels<Label>) => boolean = () => true): Promise<number[]> {
    const { values } = await this.#prometheus.get();
    const upTo = new Map<number, number>([...this.boundaries, Infinity].map((end) => [end, 0]));
    for (const { labels, value, metricName } of values) {
      if (!metricName?.endsWith("_bucket") || !isWanted(back(this.#names, labels))) continue;
      const end = labels.le === "+Inf" ? Infinity : Number(labels.le);
      upTo.set(end, (upTo.get(end) ?? 0) + value);
    }
    const counts = [...upTo.values()];
    return counts.map((count, place) => count - (counts[place - 1] ?? 0));
  }

  record(seconds: number, labels: Labels<Label>): void {
    this.#prometheus.observe(renamed(this.#names, labels), seconds);
    this.#openTelemetry.record(seconds, labels);
  }
}

/**
 * A figure that is asked for when somebody looks. Where it cannot be told, nothing is.
 *
 * @param unit In the name for Prometheus, such as "seconds"; "" for a number of things.
 */
export function gauge(
  { name, help }: Told<never>,
  unit: string,
  ask: () => number | undefined | Promise<number | undefined>,
): void {
  const known = inPrometheus(name) + (unit && `_${unit}`);
  registry.removeSingleMetric(known);
  registry.registerMetric(
    new prometheus.Gauge({
      name: known,
      help,
      registers: [],
      async collect() {
        this.reset();
        const value = await Promise.resolve(ask()).catch(() => undefined);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    }),
  );
  if (!isTracing()) return;
  // An observable one would be asked while the process ends, and keep it from ending.
  const told = meter.createGauge(name, { description: help });
  const tell = async () => {
    const value = await Promise.resolve(ask()).catch(() => undefined);
    if (value !== undefined) told.record(value);
  };
  void tell();
  Deno.unrefTimer(setInterval(tell, GAUGE_MS));
}

/** So often a gauge is asked for OpenTelemetry, which asks nobody itself. */
const GAUGE_MS = 15_000;

/** "http.route" as "http_route". */
function inPrometheus(name: string): string {
  return name.replaceAll(".", "_");
}

function renamed<Label extends string>(
  names: Names<Label>,
  labels: Labels<Label>,
): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [here, there] of names) named[there] = labels[here];
  return named;
}

function back<Label extends string>(
  names: Names<Label>,
  labels: Readonly<Record<string, unknown>>,
): Labels<Label> {
  return Object.fromEntries(
    names.map(([here, there]) => [here, String(labels[there])]),
  ) as Labels<Label>;
}
