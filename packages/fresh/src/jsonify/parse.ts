import { HOLE, INFINITE, MINUS_INFINITE, MINUS_ZERO, NAN, NULL, UNDEFINED } from "./constants.ts";

/** Makes a value from what stands for it, for each tag of the encoders. */
export type Decoders = Record<string, (value: unknown) => unknown>;

type Written = number | string | boolean | Written[] | { [name: string]: Written };

/**
 * Reads what `stringify` wrote.
 *
 * @param decoders For the tags that are not built in, such as signals.
 * @throws {TypeError} At a tag that nobody knows.
 */
export function parse<T>(text: string, decoders: Decoders = {}): T {
  const written: number | Written[] = JSON.parse(text);
  if (typeof written === "number") return constant(written) as T;
  return new Reader(written, decoders).read(0) as T;
}

class Reader {
  #values = new Map<number, unknown>();
  #written: Written[];
  #decoders: Decoders;

  constructor(written: Written[], decoders: Decoders) {
    this.#written = written;
    this.#decoders = decoders;
  }

  read(index: number): unknown {
    if (index < 0) return constant(index);
    if (this.#values.has(index)) return this.#values.get(index);
    const written = this.#written[index];
    if (typeof written !== "object") return written;
    if (!Array.isArray(written)) return this.#object(index, written);
    const [tag, inner] = written;
    return typeof tag === "string"
      ? this.#tagged(index, tag, inner)
      : this.#array(index, written as number[]);
  }

  #keep<T>(index: number, value: T): T {
    this.#values.set(index, value);
    return value;
  }

  #object(index: number, written: { [name: string]: Written }): unknown {
    const object = this.#keep(index, {});
    for (const name of Object.keys(written)) {
      const value = this.read(written[name] as number);
      // Not an assignment: "__proto__" has to stay a plain field.
      Object.defineProperty(object, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return object;
  }

  #array(index: number, written: number[]): unknown[] {
    const array: unknown[] = this.#keep(index, []);
    array.length = written.length;
    written.forEach((item, i) => {
      if (item !== HOLE) array[i] = this.read(item);
    });
    return array;
  }

  #tagged(index: number, tag: string, inner: Written | undefined): unknown {
    if (tag === "BigInt") return this.#keep(index, BigInt(inner as string));
    if (tag === "Set") {
      const set = this.#keep(index, new Set());
      for (const item of inner as number[]) set.add(this.read(item));
      return set;
    }
    if (tag === "Map") {
      const map = this.#keep(index, new Map());
      const items = inner as number[];
      for (let i = 0; i + 1 < items.length; i += 2) {
        map.set(this.read(items[i] as number), this.read(items[i + 1] as number));
      }
      return map;
    }
    const decode = this.#decoders[tag] ?? BUILTIN[tag] ?? temporal(tag);
    if (decode === undefined) throw new TypeError(`Cannot read a "${tag}"`);
    return this.#keep(index, decode(this.read(inner as number)));
  }
}

function constant(index: number): unknown {
  switch (index) {
    case NULL:
      return null;
    case NAN:
      return NaN;
    case INFINITE:
      return Infinity;
    case MINUS_INFINITE:
      return -Infinity;
    case MINUS_ZERO:
      return -0;
    case UNDEFINED:
      return undefined;
  }
  throw new TypeError(`Cannot read the constant ${index}`);
}

const BUILTIN: Decoders = {
  URL: (value) => new URL(value as string),
  Date: (value) => new Date(value as number),
  RegExp: (value) => new RegExp(...(value as [string, string])),
  Uint8Array: (value) => Uint8Array.from(atob(value as string), (char) => char.charCodeAt(0)),
};

function temporal(tag: string): ((value: unknown) => unknown) | undefined {
  if (!tag.startsWith("Temporal.")) return undefined;
  const { Temporal } = globalThis as unknown as {
    Temporal?: Record<string, { from(text: string): unknown }>;
  };
  const kind = Temporal?.[tag.slice("Temporal.".length)];
  return kind === undefined ? undefined : (value) => kind.from(value as string);
}
