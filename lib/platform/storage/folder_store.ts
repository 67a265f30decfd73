import { dirname, join } from "node:path";
import { Unavailable } from "../errors.ts";
import { logger } from "../log.ts";
import {
  type ByteName,
  type ByteStore,
  checkBytes,
  fromPath,
  hashBytes,
  type HeldBytes,
  toPath,
} from "./byte_store.ts";

/** The folder where files are written before they get their name. */
const HALF_WRITTEN = "half-written";

/** Keeps bytes in a folder of this machine, or one that several machines share. */
export class FolderStore implements ByteStore {
  readonly place = "file";
  readonly #folder: string;
  /** Folders that are on the disk for certain. */
  readonly #safe = new Set<string>();

  /** @param folder Absolute; made with the first file. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(name: ByteName, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(name);
    if (await isSame(path, name, bytes.length)) return;
    const drafts = join(this.#folder, HALF_WRITTEN);
    const draft = join(drafts, crypto.randomUUID());
    try {
      await Deno.mkdir(drafts, { recursive: true, mode: 0o700 });
      await writeThrough(draft, bytes);
      await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await Deno.rename(draft, path);
      await syncFolder(dirname(path));
      await this.#makeSafe(dirname(path));
    } catch (cause) {
      await Deno.remove(draft).catch(() => {}); // it may never have been made
      throw unavailable(cause);
    }
  }

  async read(name: ByteName): Promise<Uint8Array | undefined> {
    const bytes = await absent(() => Deno.readFile(this.#pathOf(name)));
    return bytes && await checkBytes(name, bytes);
  }

  async holds(name: ByteName, sizeBytes: number): Promise<boolean> {
    const found = await absent(() => Deno.stat(this.#pathOf(name)));
    return found?.size === sizeBytes;
  }

  async remove(name: ByteName): Promise<void> {
    await absent(() => Deno.remove(this.#pathOf(name)));
  }

  async *list(): AsyncGenerator<HeldBytes> {
    for await (const path of filesBelow(this.#folder)) {
      const name = fromPath(path.slice(this.#folder.length + 1));
      const found = name && await absent(() => Deno.stat(path));
      if (!found) continue;
      yield { name, sizeBytes: found.size, writtenAt: found.mtime ?? new Date() };
    }
  }

  async tidy(before: Date): Promise<void> {
    for await (const path of filesBelow(join(this.#folder, HALF_WRITTEN))) {
      const { mtime } = await absent(() => Deno.stat(path)) ?? {};
      if (mtime && mtime < before) await absent(() => Deno.remove(path));
    }
  }

  link(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** Another process may have made a folder above, and not yet have written it through. */
  async #makeSafe(folder: string): Promise<void> {
    if (this.#safe.has(folder)) return;
    await syncFolder(dirname(folder));
    await syncFolder(this.#folder);
    this.#safe.add(folder);
  }

  #pathOf(name: ByteName): string {
    return join(this.#folder, toPath(name));
  }
}

async function isSame(path: string, { hash }: ByteName, sizeBytes: number): Promise<boolean> {
  const found = await absent(() => Deno.stat(path));
  if (found?.size !== sizeBytes) return false;
  const bytes = await absent(() => Deno.readFile(path));
  return bytes !== undefined && await hashBytes(bytes) === hash;
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
  await file.sync();
}

/** A name is safe only when the folder that lists it is written as well. */
async function syncFolder(path: string): Promise<void> {
  if (Deno.build.os === "windows") return; // it opens no folders
  using folder = await Deno.open(path);
  await folder.sync();
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const { name, isDirectory } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* filesBelow(path);
    else yield path;
  }
}

/** A process without leave to look there keeps nothing there, as on hosts without a disk. */
async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    const { NotFound, NotCapable } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotCapable) return [];
    throw unavailable(error);
  }
}

/** What there is; undefined when it is not there. */
async function absent<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): Unavailable {
  logger("storage").error("The folder of files cannot be used: {cause}", { cause });
  return new Unavailable("Files cannot be kept or fetched at the moment: try again later", {
    cause,
  });
}
