import { HOLE, INFINITE, MINUS_INFINITE, MINUS_ZERO, NAN, NULL, UNDEFINED } from "./constants.ts";

/** Says how to send an object: a tag, and a value that stands for it. */
export type Encoder = (value: object) => [tag: string, value: unknown] | undefined;

/**
 * Writes a value as JSON that {@linkcode parse} reads: a flat list in which values name each other
 * by index, so that cycles and shared references hold.
 *
 * It takes what JSON takes, undefined, NaN, infinities, −0, bigint, Uint8Array, URL, Date, RegExp,
 * Set, Map, Temporal values and signals.
 *
 * @param encoders Asked first for each object.
 * @throws {TypeError} At a function, a symbol or an element; the message says where it is.
 */
export function stringify(value: unknown, encoders: readonly Encoder[] = []): string {
  const writer = new Writer([...encoders, encodeSignal, encodeBuiltin]);
  const index = writer.write(value);
  return index < 0 ? String(index) : `[${writer.out.join(",")}]`;
}

/** Whether a value is a signal, whichever copy of the library made it. */
export function isSignal(value: unknown): value is { value: unknown; peek(): unknown } {
  return typeof value === "object" && value !== null && "value" in value && "peek" in value &&
    typeof value.peek === "function";
}

class Writer {
  readonly out: string[] = [];
  #indexes = new Map<unknown, number>();
  #path: string[] = [];
  #encoders: readonly Encoder[];

  constructor(encoders: readonly Encoder[]) {
    this.#encoders = encoders;
  }

  /** Writes a value and gives its index. */
  write(value: unknown): number {
    const constant = constantOf(value);
    if (constant !== 0) return constant;
    const known = this.#indexes.get(value);
    if (known !== undefined) return known;
    const index = this.out.push("") - 1;
    this.#indexes.set(value, index);
    this.out[index] = this.#text(value);
    return index;
  }

  #text(value: unknown): string {
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
        return JSON.stringify(value);
      case "bigint":
        return tagged("BigInt", `"${value}"`);
      case "object":
        return this.#object(value as object); // null is a constant
    }
    throw new TypeError(`A ${typeof value} cannot be sent to the browser: ${this.#place()}`);
  }

  #object(value: object): string {
    if (Array.isArray(value)) return this.#array(value);
    for (const encode of this.#encoders) {
      const encoded = encode(value);
      if (encoded === undefined) continue;
      const [tag, inner] = encoded;
      if (tag === "Set" || tag === "Map") return tagged(tag, this.#array(inner as unknown[]));
      return tagged(tag, String(this.write(inner)));
    }
    if ("__k" in value && value.constructor === undefined) {
      throw new TypeError(`An element has to be a prop of its own: ${this.#place()}`);
    }
    const fields = Object.entries(value).map(([name, field]) =>
      `${JSON.stringify(name)}:${this.#at(name, field)}`
    );
    return `{${fields.join(",")}}`;
  }

  #array(values: unknown[]): string {
    const indexes: number[] = [];
    for (let i = 0; i < values.length; i++) {
      indexes.push(i in values ? this.#at(String(i), values[i]) : HOLE);
    }
    return `[${indexes.join(",")}]`;
  }

  #at(name: string, value: unknown): number {
    this.#path.push(name);
    const index = this.write(value);
    this.#path.pop();
    return index;
  }

  #place(): string {
    return this.#path.length === 0 ? "the value itself" : this.#path.join(".");
  }
}

function tagged(tag: string, inner: string): string {
  return `["${tag}",${inner}]`;
}

function constantOf(value: unknown): number {
  if (value === undefined) return UNDEFINED;
  if (value === null) return NULL;
  if (typeof value !== "number") return 0;
  if (Number.isNaN(value)) return NAN;
  if (value === Infinity) return INFINITE;
  if (value === -Infinity) return MINUS_INFINITE;
  return Object.is(value, -0) ? MINUS_ZERO : 0;
}

function encodeSignal(value: object): [string, unknown] | undefined {
  if (!isSignal(value)) return undefined;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value), "value") ?? {};
  return [set === undefined ? "Computed" : "Signal", value.peek()];
}

function encodeBuiltin(value: object): [string, unknown] | undefined {
  if (value instanceof URL) return ["URL", value.href];
  if (value instanceof Date) return ["Date", value.getTime()];
  if (value instanceof RegExp) return ["RegExp", [value.source, value.flags]];
  if (value instanceof Uint8Array) return ["Uint8Array", base64Of(value)];
  if (value instanceof Set) return ["Set", [...value]];
  if (value instanceof Map) return ["Map", [...value].flat()];
  const kind = /^\[object (Temporal\.\w+)\]$/.exec(Object.prototype.toString.call(value))?.[1];
  return kind === undefined ? undefined : [kind, String(value)];
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
