/** Where the bytes of a file can be: in its row in PostgreSQL, in a folder, or in a bucket. */
export type Place = "postgres" | "file" | "s3";

/** Names bytes by what they are; the same bytes in another workspace are other bytes. */
export interface ByteName {
  readonly workspaceId: string;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

/** Bytes that a store holds. */
export interface HeldBytes {
  readonly name: ByteName;
  readonly sizeBytes: number;
  /** When they were written last. */
  readonly writtenAt: Date;
}

/** How somebody is to receive a file. */
export interface SavedAs {
  /** The whole header `content-disposition`. */
  readonly disposition: string;
  readonly contentType: string;
}

/**
 * Keeps bytes outside PostgreSQL under names that follow from them. All that it does may be done
 * twice.
 */
export interface ByteStore {
  readonly place: Exclude<Place, "postgres">;
  /**
   * Returns once the bytes outlive a loss of power; never leaves a part of them under the name.
   *
   * @throws {Unavailable} If they cannot be kept now.
   */
  write(name: ByteName, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes, or undefined when there are none.
   *
   * @throws {DamagedBytes} If they are not those of the name.
   * @throws {Unavailable} If the store cannot be asked now.
   */
  read(name: ByteName): Promise<Uint8Array | undefined>;
  /**
   * Whether the bytes are there, by their size.
   *
   * @throws {Unavailable} If the store cannot be asked now.
   */
  holds(name: ByteName, sizeBytes: number): Promise<boolean>;
  /** Removes the bytes; no error when there are none. */
  remove(name: ByteName): Promise<void>;
  /** All that the store holds, in no order. Other files beside it are left out. */
  list(): AsyncIterable<HeldBytes>;
  /** Removes what writes that were cut short before that moment have left. */
  tidy(before: Date): Promise<void>;
  /** An address where a browser can fetch the bytes for a short while; undefined: nowhere. */
  link(name: ByteName, saved: SavedAs): Promise<URL | undefined>;
}

/** What a store holds under a name is something else: a disk or a person has changed it. */
export class DamagedBytes extends Error {
  override readonly name = "DamagedBytes";
}

/** What a row names is not there: the store is not the one that was written to. */
export class MissingBytes extends Error {
  override readonly name = "MissingBytes";
}

/** SHA-256 in hexadecimal. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return new Uint8Array(digest).toHex();
}

/** @throws {DamagedBytes} If these are not the bytes of that name. */
export async function checkBytes(name: ByteName, bytes: Uint8Array): Promise<Uint8Array> {
  if (await hashBytes(bytes) === name.hash) return bytes;
  throw new DamagedBytes(`What is kept as ${toPath(name)} is damaged: restore it from a backup`);
}

/** `WORKSPACE/ab/abcdef…`: what is one workspace's stands apart, and no folder grows too full. */
export function toPath({ workspaceId, hash }: ByteName): string {
  return `${workspaceId}/${hash.slice(0, 2)}/${hash}`;
}

const PATH =
  /^(?<workspaceId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[0-9a-f]{2}\/(?<hash>[0-9a-f]{64})$/;

/** The name that a path stands for; undefined when it is none of ours. */
export function fromPath(path: string): ByteName | undefined {
  const { workspaceId, hash } = PATH.exec(path)?.groups ?? {};
  return workspaceId && hash ? { workspaceId, hash } : undefined;
}
