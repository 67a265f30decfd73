import type { UploadedFile } from "../../lib/hiring/resume_upload.ts";
import { toFileName } from "../../lib/hiring/file_names.ts";
import type { Config } from "../../lib/platform/config.ts";
import { readForm } from "../../lib/platform/multipart.ts";

export interface JobForm {
  title: string;
  description: string;
  place: string;
  department: string;
  /** Null when none was chosen. */
  file: UploadedFile | null;
}

/**
 * Reads the form of a new job, which may carry a file.
 *
 * @throws {InvalidInput} If the form is broken.
 * @throws {TooLarge} If it has more bytes than one upload may.
 */
export async function readJobForm(
  request: Request,
  { document, upload }: Pick<Config, "document" | "upload">,
): Promise<JobForm> {
  const form: JobForm = {
    title: "",
    description: "",
    place: "",
    department: "",
    file: null,
  };
  const limits = { maxPartBytes: document.maxBytes, maxTotalBytes: upload.maxBytes };
  const type = request.headers.get("content-type") ?? "";
  for await (const { name, fileName, ...part } of readForm(request.body, type, limits)) {
    if (fileName === undefined) {
      const text = new TextDecoder().decode(part.bytes ?? new Uint8Array());
      if (name === "title" || name === "place" || name === "department") form[name] = text;
      // A form ends its lines with CR LF; a text has LF alone.
      if (name === "description") form.description = text.replaceAll("\r\n", "\n");
    } else if (name === "file" && (fileName !== "" || part.sizeBytes > 0)) {
      form.file = { ...part, fileName: toFileName(fileName) };
    }
  }
  return form;
}
