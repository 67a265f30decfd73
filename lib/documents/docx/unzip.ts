import { Inflate } from "fflate";
import { MAX_UNPACKED_BYTES } from "../limits.ts";
import { Refusal, toMebibytes } from "../refusal.ts";

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const CHUNK_BYTES = 16 * 1024;

/**
 * A ZIP archive whose parts are unpacked one by one, with one bound on what all of them unpack
 * to: counted while it is unpacked, so that no header can lie about it.
 */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #left = MAX_UNPACKED_BYTES;

  /** @throws {Refusal} `corrupt` when the list of parts can't be read. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#list();
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal("corrupt", {}, { cause: error });
    }
  }

  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** How large a part is in the archive; 0 when there is none. */
  packedBytes(name: string): number {
    return this.#entries.get(name)?.packedBytes ?? 0;
  }

  /**
   * Unpacks one part, piece by piece.
   *
   * @throws {Refusal} `zip_bomb` over the bound, `encrypted`, or `corrupt`.
   */
  *unpack(name: string): Generator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Refusal("corrupt");
    if (entry.isEncrypted) throw new Refusal("encrypted");
    const packed = this.#packed(entry);
    if (entry.method === 0) yield this.#counted(packed);
    else if (entry.method === 8) yield* this.#inflate(packed);
    else throw new Refusal("corrupt");
  }

  *#inflate(packed: Uint8Array): Generator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const inflate = new Inflate((piece) => pieces.push(piece));
    for (let at = 0; at < packed.length || at === 0; at += CHUNK_BYTES) {
      const isLast = at + CHUNK_BYTES >= packed.length;
      try {
        inflate.push(packed.subarray(at, at + CHUNK_BYTES), isLast);
      } catch (error) {
        throw new Refusal("corrupt", {}, { cause: error });
      }
      for (const piece of pieces.splice(0)) yield this.#counted(piece);
    }
  }

  #counted(piece: Uint8Array): Uint8Array {
    this.#left -= piece.length;
    if (this.#left < 0) throw new Refusal("zip_bomb", { limit: toMebibytes(MAX_UNPACKED_BYTES) });
    return piece;
  }

  #packed({ headerAt, packedBytes }: Entry): Uint8Array {
    if (headerAt + 30 > this.#bytes.length) throw new Refusal("corrupt");
    if (this.#view.getUint32(headerAt, true) !== LOCAL_SIGNATURE) throw new Refusal("corrupt");
    const nameBytes = this.#view.getUint16(headerAt + 26, true);
    const extraBytes = this.#view.getUint16(headerAt + 28, true);
    const start = headerAt + 30 + nameBytes + extraBytes;
    if (start + packedBytes > this.#bytes.length) throw new Refusal("corrupt");
    return this.#bytes.subarray(start, start + packedBytes);
  }

  #list(): void {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (this.#view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Refusal("corrupt");
      const nameBytes = this.#view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameBytes));
      this.#entries.set(name.replaceAll("\\", "/"), {
        isEncrypted: (this.#view.getUint16(at + 8, true) & 1) === 1,
        method: this.#view.getUint16(at + 10, true),
        packedBytes: this.#view.getUint32(at + 20, true),
        headerAt: this.#view.getUint32(at + 42, true),
      });
      const extraBytes = this.#view.getUint16(at + 30, true);
      const commentBytes = this.#view.getUint16(at + 32, true);
      at += 46 + nameBytes + extraBytes + commentBytes;
    }
  }

  #findEnd(): number {
    const first = Math.max(0, this.#bytes.length - END_BYTES - MAX_COMMENT_BYTES);
    for (let at = this.#bytes.length - END_BYTES; at >= first; at--) {
      if (this.#view.getUint32(at, true) === END_SIGNATURE) return at;
    }
    throw new Refusal("corrupt");
  }
}
