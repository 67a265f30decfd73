import { Zip, ZipPassThrough } from "fflate";
import { keepScope } from "./workspace_scope.ts";

/** A file of a ZIP. */
export interface ZippedFile {
  /** Its path in the archive. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP that is made while it is sent, one file in memory at a time. Nothing is compressed: what
 * people hand in mostly is already.
 */
export function zipStream(files: AsyncIterable<ZippedFile>): ReadableStream<Uint8Array> {
  return ReadableStream.from(zipped(keepScope(files)));
}

async function* zipped(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    made.push(data);
  });
  for await (const { name, bytes } of files) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}
