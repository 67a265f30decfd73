import { readDocument } from "../documents/read.ts";
import { Refusal } from "../documents/refusal.ts";
import type { DocumentText } from "../documents/types.ts";
import { documentDuration, refusals } from "../platform/telemetry/measures.ts";
import { inSpan } from "../platform/telemetry/tracing.ts";

/**
 * Reads a file as `readDocument()` does, as a span of its own, and counts how long it took and what
 * was refused. Its name and its text are told to nobody.
 *
 * @throws {Refusal} For a file that cannot be read.
 */
export async function readFile(
  bytes: Uint8Array,
  options: Parameters<typeof readDocument>[1],
): Promise<DocumentText> {
  const started = performance.now();
  let outcome = "failed";
  try {
    const document = await inSpan(
      "read document",
      { attributes: { "talent.document.bytes": bytes.length } },
      async (span) => {
        const read = await readDocument(bytes, options);
        span?.setAttributes({
          "talent.document.kind": read.kind,
          "talent.document.pages": read.pages.length,
        });
        return read;
      },
    );
    outcome = "read";
    return document;
  } catch (error) {
    if (error instanceof Refusal) {
      outcome = "refused";
      refusals.add({ reason: error.code });
    }
    throw error;
  } finally {
    documentDuration.record((performance.now() - started) / 1000, { outcome });
  }
}
