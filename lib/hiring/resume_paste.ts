import { createHash } from "node:crypto";
import { z } from "zod";
import type { Principal } from "../accounts/principal.ts";
import { text } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { toFileName } from "./file_names.ts";
import { type AddedResume, addResumes, type UploadedFile } from "./resume_upload.ts";

/** A résumé that came as text. */
export const PastedResume = z.strictObject({
  /** What its file is called; without one, its first line. */
  name: text(0, 100).default(""),
  text: text(20, 200_000),
});
export type PastedResume = z.infer<typeof PastedResume>;

const LONGEST_NAME = 60;

/**
 * Takes a pasted text as if it had been uploaded as a text file.
 *
 * @throws As `addResumes()`.
 */
export async function pasteResume(
  actor: Principal,
  services: Services,
  jobId: string,
  pasted: PastedResume,
): Promise<AddedResume> {
  const [added] = await addResumes(actor, services, jobId, [toFile(pasted)]);
  if (!added) throw new RangeError("One file makes one entry");
  return added;
}

function toFile({ name, text }: PastedResume): UploadedFile {
  const bytes = new TextEncoder().encode(text);
  const [firstLine = ""] = text.trim().split("\n");
  const words = name || [...firstLine.trim()].slice(0, LONGEST_NAME).join("").trim();
  return {
    fileName: toFileName(`${words.replaceAll(/[/\\]/g, "-")}.txt`),
    bytes,
    sizeBytes: bytes.length,
    hash: new Uint8Array(createHash("sha256").update(bytes).digest()),
  };
}
