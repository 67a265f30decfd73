import { Buffer } from "node:buffer";
import { EventEmitter } from "node:events";

const TEXT = 25;
const TEXTS = 1009;
const OID = 26;

/**
 * A socket to a server that answers at once: before the program has gone on with what waited for
 * the answer before, as where many answers are read in one turn. The server takes any statement
 * of one parameter, a list of texts, and keeps what it was given.
 */
export class InstantPostgres extends EventEmitter {
  /** Each list as it came over the line. */
  readonly lists: string[] = [];
  readyState = "open";
  #answers: Buffer[] = [];
  #isGreeted = false;

  write(bytes: Uint8Array): boolean {
    let rest = Buffer.from(bytes);
    if (!this.#isGreeted) {
      this.#isGreeted = true;
      rest = rest.subarray(rest.readInt32BE(0));
      this.#answer(message("R", int32(0)), READY);
    }
    while (rest.length > 0) {
      const end = 1 + rest.readInt32BE(1);
      this.#take(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      rest = rest.subarray(end);
    }
    return true;
  }

  end(): void {
    this.destroy();
  }

  destroy(): void {
    this.readyState = "closed";
    setTimeout(() => this.emit("close"));
  }

  #isOfTypes = false;

  #take(kind: string, body: Buffer): void {
    if (kind === "P") this.#isOfTypes = body.includes("typarray");
    if (kind === "D") this.#describe();
    if (kind === "B") this.#bind(body);
    if (kind === "S") this.#answer(READY);
    if (kind === "Q") this.#answer(message("C", text("SELECT 0")), READY);
    if (kind === "X") this.destroy();
  }

  #describe(): void {
    const parsed = message("1");
    if (!this.#isOfTypes) {
      return this.#answer(parsed, message("t", int16(1), int32(TEXTS)), message("n"));
    }
    const column = (name: string) => [text(name), int32(0), int16(0), int32(OID), Buffer.alloc(8)];
    this.#answer(
      parsed,
      message("t", int16(0)),
      message("T", int16(2), ...column("oid"), ...column("typarray")),
    );
  }

  #bind(body: Buffer): void {
    const bound = message("2");
    if (this.#isOfTypes) {
      const values = [TEXT, TEXTS].map((one) => Buffer.from(String(one)));
      const row = values.flatMap((one) => [int32(one.length), one]);
      return this.#answer(bound, message("D", int16(2), ...row), message("C", text("SELECT 1")));
    }
    const names = body.indexOf(0, body.indexOf(0) + 1) + 1; // of the portal and the statement
    const at = names + 4; // no formats, one value
    this.lists.push(body.toString("utf8", at + 4, at + 4 + body.readInt32BE(at)));
    this.#answer(bound, message("C", text("SELECT 0")));
  }

  #answer(...messages: Buffer[]): void {
    if (this.#answers.push(Buffer.concat(messages)) === 1) setTimeout(() => this.#send());
  }

  #send(): void {
    for (let at = 0; at < this.#answers.length; at++) this.emit("data", this.#answers[at]);
    this.#answers = [];
  }
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(4 + body.length), body]);
}

const READY = message("Z", Buffer.from("I"));

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}
