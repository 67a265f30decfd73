import { join } from "node:path";
import { runProgram } from "../../scripts/local/processes.ts";

/** A disk of its own, with little room. */
export interface SmallDisk extends AsyncDisposable {
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): Promise<void>;
  /** Gives that room back. */
  free(): Promise<void>;
}

const BLOCKS = [1 << 20, 4096, 1];

/** Mounts a disk in memory; undefined where this process may not. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  if (Deno.build.os !== "linux") return undefined;
  const folder = await Deno.makeTempDir({ prefix: "talent-disk-" });
  const asRoot = Deno.uid() === 0 ? [] : ["sudo", "-n"];
  const { success } = await runProgram([
    ...asRoot,
    ...["mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "talent-disk", folder],
  ]).catch(() => ({ success: false })); // no sudo
  if (!success) {
    await Deno.remove(folder);
    return undefined;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    async fill() {
      using file = await Deno.open(filler, { create: true, append: true });
      for (const size of BLOCKS) await writeUntilFull(file, new Uint8Array(size));
    },
    free: () => Deno.remove(filler),
    async [Symbol.asyncDispose]() {
      await runProgram([...asRoot, "umount", folder]);
      await Deno.remove(folder);
    },
  };
}

async function writeUntilFull(file: Deno.FsFile, block: Uint8Array): Promise<void> {
  try {
    while (await file.write(block) === block.length);
  } catch (error) {
    if (!/os error 28/.test((error as Error).message)) throw error;
  }
}
