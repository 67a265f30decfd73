import type postgres from "postgres";
import { dirname } from "node:path";
import type { DocumentStorage } from "../storage/storage.ts";
import type { BackupManifest } from "./format.ts";
import { CannotOpen, isSealed, openStream, sealStream } from "./sealed_stream.ts";
import { readTar, type TarEntry } from "./tar.ts";
import { type DumpedBy, writeBackup } from "./write_backup.ts";

/**
 * Writes a backup to a file: an archive, compressed, and encrypted unless there is no passphrase.
 * The file has its name once it is whole and on the disk.
 *
 * @throws {Deno.errors.AlreadyExists} If there is such a file.
 */
export async function saveBackup(
  sql: postgres.Sql,
  storage: DocumentStorage,
  { path, passphrase, dump }: {
    path: string;
    passphrase: string | undefined;
    /** Writes the database by `pg_dump`; default: by COPY. */
    dump?: DumpedBy | undefined;
  },
): Promise<BackupManifest> {
  const draft = `${path}.part`;
  using file = await Deno.open(draft, { write: true, createNew: true, mode: 0o600 });
  try {
    const { bytes, manifest } = writeBackup(sql, storage, dump);
    const packed = bytes.pipeThrough(new CompressionStream("gzip") as Bytes);
    const sealed = passphrase === undefined ? packed : packed.pipeThrough(sealStream(passphrase));
    for await (const piece of sealed) {
      for (let at = 0; at < piece.length;) at += await file.write(piece.subarray(at));
    }
    await file.sync();
    await Deno.link(draft, path); // unlike a renaming, it never replaces another backup
    await syncFolder(dirname(path));
    return manifest;
  } finally {
    await Deno.remove(draft);
  }
}

/**
 * The entries of a file that `saveBackup()` wrote.
 *
 * @throws {CannotOpen} If it is encrypted and the passphrase is missing or another one, or if it
 *   was changed.
 * @throws {BrokenArchive} If it is no backup.
 */
export async function* readBackupFile(
  path: string,
  passphrase: string | undefined,
): AsyncGenerator<TarEntry> {
  const file = await Deno.open(path);
  const beginning = new Uint8Array(8);
  await file.read(beginning);
  await file.seek(0, Deno.SeekMode.Start);
  const stream = file.readable;
  if (!isSealed(beginning)) return yield* readTar(stream.pipeThrough(unpack()));
  if (passphrase === undefined) {
    throw new CannotOpen("The backup is encrypted: set BACKUP_PASSPHRASE to what it was made with");
  }
  yield* readTar(stream.pipeThrough(openStream(passphrase)).pipeThrough(unpack()));
}

/** Both kinds of streams take views of any buffer, whatever their types say. */
type Bytes = TransformStream<Uint8Array, Uint8Array>;

function unpack(): Bytes {
  return new DecompressionStream("gzip") as Bytes;
}

async function syncFolder(path: string): Promise<void> {
  if (Deno.build.os === "windows") return; // it opens no folders
  using folder = await Deno.open(path);
  await folder.sync();
}
