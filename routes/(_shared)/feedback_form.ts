import { MAX_SCREENSHOT_BYTES, type Screenshot } from "../../lib/hiring/feedback.ts";
import { readForm } from "../../lib/platform/multipart.ts";

/** A form of feedback as it came: its text fields, and the picture if one was chosen. */
export interface FeedbackForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly screenshot: Screenshot | null;
}

const LIMITS = { maxPartBytes: MAX_SCREENSHOT_BYTES, maxTotalBytes: 2 * MAX_SCREENSHOT_BYTES };

/**
 * Reads feedback that was sent as `multipart/form-data`.
 *
 * @throws {InvalidInput} If the form is broken.
 * @throws {TooLarge} If the whole of it has more than 10 MiB.
 */
export async function readFeedbackForm(request: Request): Promise<FeedbackForm> {
  const fields: Record<string, string> = {};
  let screenshot: Screenshot | null = null;
  const type = request.headers.get("content-type") ?? "";
  for await (const part of readForm(request.body, type, LIMITS)) {
    if (part.fileName === undefined) {
      // A form ends its lines with CR LF; a text has LF alone.
      const text = new TextDecoder().decode(part.bytes ?? new Uint8Array());
      fields[part.name] = text.replaceAll("\r\n", "\n");
    } else if (part.name === "screenshot" && (part.fileName !== "" || part.sizeBytes > 0)) {
      screenshot = { bytes: part.bytes };
    }
  }
  return { fields, screenshot };
}
