import { join } from "node:path";
import type { Config } from "../config.ts";
import { FolderStore } from "./folder_store.ts";
import { S3Store } from "./s3_store.ts";
import { DocumentStorage } from "./storage.ts";

/** The storage that the settings name. The others are opened too: files may still be there. */
export function openStorage({ dataDir, storage }: Pick<Config, "dataDir" | "storage">) {
  const file = new FolderStore(join(dataDir, "files"));
  const stores = storage.s3 ? { file, s3: new S3Store(storage.s3) } : { file };
  return new DocumentStorage(storage.place, stores);
}
