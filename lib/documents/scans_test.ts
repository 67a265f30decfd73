import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { lineOrder } from "./fixtures/layouts/line_order.ts";
import { line, rawPdf } from "./fixtures/raw_pdf.ts";
import { refusalOf } from "./fixtures/refused.ts";
import { SCANS } from "./fixtures/scans/source.ts";
import { DEFAULT_LIMITS, DEFAULT_OCR_LIMITS } from "./limits.ts";
import { closeReaders, readDocument } from "./read.ts";
import { readBytes } from "./read_bytes.ts";

const LIMITS = { ...DEFAULT_LIMITS, ocr: DEFAULT_OCR_LIMITS };

const bytesOf = (name: keyof typeof SCANS) =>
  Deno.readFile(new URL(`./fixtures/scans/${name}`, import.meta.url));

/** A scan has no dash of one length, and no dot at half height, for certain. */
const words = (text: string) => text.replace(/[^\p{L}\p{N}\n•@.]/gu, "");

function measure(text: string, name: keyof typeof SCANS) {
  return lineOrder(words(text), SCANS[name].map(words));
}

/** A page with text of its own, and after it a scanned one. */
async function mixed(): Promise<Uint8Array> {
  const first = Array.from(
    { length: 5 },
    (_, i) => line(50, 800 - i * 14, "A letter that goes with the résumé"),
  );
  const document = await PDFDocument.load(rawPdf([{ content: first.join("") }]));
  const [scan] = await document.copyPages(await PDFDocument.load(await bytesOf("dutch.pdf")), [0]);
  if (scan) document.addPage(scan);
  return await document.save();
}

/** A grey field over the whole page, in which nothing is written. */
function blankScan(pages: number, entries = ""): Uint8Array {
  const picture = {
    head: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray " +
      "/BitsPerComponent 8",
    stream: Uint8Array.of(0x80),
  };
  const page = {
    content: "q 99999 0 0 99999 0 0 cm /P Do Q\n",
    resources: "/XObject << /P 1000 0 R >>",
    entries,
  };
  return rawPdf(Array(pages).fill(page), [picture]);
}

// Recognition takes two to three seconds a page; both are read at once.
Deno.test({
  name: "readDocument() makes out scanned pages in English and Dutch, and says so",
  async fn() {
    const [english, dutch] = await Promise.all([
      readDocument(await bytesOf("english.pdf"), { limits: LIMITS }),
      readDocument(await mixed(), { limits: LIMITS }),
    ]);
    await closeReaders();
    const read = [measure(english.text, "english.pdf"), measure(dutch.text, "dutch.pdf")];
    assert.deepEqual(read, [{ share: 1, wrong: [] }, { share: 1, wrong: [] }]);
    assert.ok(english.text.includes("Northgate Logistics\t2018"), "its columns stay apart");
    assert.deepEqual(english.recognition?.pages, [1]);
    assert.deepEqual(dutch.recognition?.pages, [2]);
    for (const { recognition } of [english, dutch]) {
      const confidence = recognition?.confidence ?? 0;
      assert.ok(confidence > 0.85 && confidence <= 1, `confidence ${confidence}`);
    }
    assert.ok(dutch.text.startsWith("A letter that goes with the résumé"));
  },
});

Deno.test("readDocument() ends a recognition that takes longer than it may", async () => {
  const limits = { ...LIMITS, ocr: { maxPages: 10, timeoutMs: 100 } };
  const refusal = await refusalOf(async () =>
    readDocument(await bytesOf("english.pdf"), { limits })
  );
  await closeReaders();
  assert.equal(refusal.code, "too_slow");
});

Deno.test("readBytes() refuses scans by what keeps it from reading them", async () => {
  const refused = async (bytes: Uint8Array, limits: typeof DEFAULT_LIMITS) => {
    const { code, params } = await refusalOf(() => readBytes(bytes, limits));
    return [code, params];
  };
  const scan = await bytesOf("english.pdf");
  assert.deepEqual(await refused(scan, DEFAULT_LIMITS), ["scanned", { pages: 1 }]);
  assert.deepEqual(await refused(blankScan(11), LIMITS), [
    "too_many_scanned",
    { actual: 11, limit: 10 },
  ]);
  // However large the page says it is, what is drawn of it stays small.
  const huge = blankScan(1, "/MediaBox [0 0 14400 14400]");
  assert.deepEqual(await refused(huge, LIMITS), ["unreadable", { pages: 1 }]);
});
