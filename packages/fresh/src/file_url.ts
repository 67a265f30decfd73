import { fileURLToPath, pathToFileURL } from "node:url";

/** The path of a `file:` URL. */
export function fromFileUrl(url: string): string {
  return fileURLToPath(url);
}

/** The URL of an absolute path. */
export function toFileUrl(path: string): string {
  return pathToFileURL(path).href;
}
