import assert from "node:assert/strict";
import fc from "fast-check";
import { docxBomb, pdfBomb, pdfMaze } from "./fixtures/bombs.ts";
import { paragraph, rawDocx } from "./fixtures/raw_docx.ts";
import { line, rawPdf } from "./fixtures/raw_pdf.ts";
import { outcomeOf, refusalOf } from "./fixtures/refused.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { closeReaders, readDocument } from "./read.ts";
import { ReaderPool } from "./reader/pool.ts";
import { type DocumentReader, ReaderGone } from "./reader/reader.ts";

const PDF = rawPdf([{ content: line(50, 700, "a page") }, { content: line(50, 700, "another") }]);
const DOCX = rawDocx({ body: `<w:body>${paragraph("a paragraph")}</w:body>` });
const TEXT = new TextEncoder().encode("a text");

/** For what is refused for another reason than its time, however slow the machine. */
const PATIENT = { ...DEFAULT_LIMITS, timeoutMs: 600_000 };

/** Runs a test with readers of its own, ended after it. */
function test(name: string, body: () => Promise<void>): void {
  Deno.test(name, async () => {
    try {
      await body();
    } finally {
      await closeReaders();
    }
  });
}

const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS) => readDocument(bytes, { limits });

test("readDocument() reads all three kinds by their content", async () => {
  const kinds = await Promise.all(
    [PDF, DOCX, TEXT].map(async (bytes) =>
      (await readDocument(bytes, { limits: DEFAULT_LIMITS, fileName: "cv.png" })).kind
    ),
  );
  assert.deepEqual(kinds, ["pdf", "docx", "text"]);
});

test("readDocument() takes nothing called a PDF or DOCX for a text", async () => {
  const named = (bytes: Uint8Array, fileName: string) =>
    readDocument(bytes, { limits: DEFAULT_LIMITS, fileName });
  const misnamed = { "a.pdf": "PDF", "B.PDF": "PDF", "a.docx": "DOCX" };
  for (const [fileName, format] of Object.entries(misnamed)) {
    const refusal = await refusalOf(() => named(TEXT, fileName));
    assert.deepEqual([refusal.code, refusal.params], ["misnamed", { named: format }], fileName);
  }
  const page = new TextEncoder().encode("<html><p>Please sign in");
  assert.equal((await refusalOf(() => named(page, "cv.pdf"))).code, "misnamed");
  assert.equal((await named(page, "cv.html")).kind, "html");
  assert.equal((await named(DOCX, "a.pdf")).kind, "docx");
  assert.equal((await named(PDF, "a.docx")).kind, "pdf");
  assert.equal((await named(PDF, "a.txt")).kind, "pdf");
});

test("readDocument() tells of each page and leaves the caller's bytes alone", async () => {
  const seen: number[][] = [];
  const bytes = PDF.slice();
  await readDocument(bytes, {
    limits: DEFAULT_LIMITS,
    onPage: (page, of) => seen.push([page, of]),
  });
  assert.deepEqual(seen, [[1, 2], [2, 2]]);
  assert.deepEqual(bytes, PDF);
});

test("readDocument() passes refusals on with what they are about", async () => {
  const large = await refusalOf(() => read(new Uint8Array(11 * 1024 * 1024)));
  assert.deepEqual([large.code, large.params], ["too_large", { limit: 10, actual: 11 }]);
  assert.equal((await refusalOf(() => read(new Uint8Array()))).code, "empty");
  const image = await refusalOf(() => read(new TextEncoder().encode("GIF89a....")));
  assert.deepEqual([image.code, image.params], ["unsupported", { found: "GIF" }]);
  const long = await refusalOf(() => read(TEXT, { ...DEFAULT_LIMITS, maxCharacters: 3 }));
  assert.deepEqual([long.code, long.params], ["too_much_text", { limit: 3, actual: 6 }]);
  const bomb = await refusalOf(() => read(docxBomb(80), PATIENT));
  assert.deepEqual([bomb.code, bomb.params], ["zip_bomb", { limit: 64 }]);
});

test("readDocument() gives up on time and never stalls the caller", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  const refusal = await refusalOf(() => read(pdfMaze(), { ...DEFAULT_LIMITS, timeoutMs: 1000 }));
  clearInterval(timer);
  assert.deepEqual([refusal.code, refusal.params], ["too_slow", { limit: 1 }]);
  assert.ok(turns > 10, `the caller had ${turns} turns while it was read`);
  assert.equal((await read(PDF)).pages.length, 2);
});

test("readDocument() ends a reader whose memory runs over, and reads on", async () => {
  const refusal = await refusalOf(() => read(pdfBomb(), PATIENT));
  assert.deepEqual([refusal.code, refusal.params], ["zip_bomb", { limit: 1024 }]);
  assert.equal((await read(PDF)).text, "a page\n\nanother");
});

test("readDocument() reads many files at once, the good ones beside the bad", async () => {
  const files = Array.from({ length: 24 }, (_, i) => [PDF, DOCX, TEXT, DOCX.slice(0, 99)][i % 4]!);
  const outcomes = await Promise.all(files.map((bytes) => outcomeOf(() => read(bytes))));
  const expected = files.map((_, i) => i % 4 === 3 ? "corrupt" : "text");
  assert.deepEqual(outcomes, expected);
});

test("readDocument() stops when its signal fires, while it reads or waits", async () => {
  const controller = new AbortController();
  const slow = Array.from(
    { length: navigator.hardwareConcurrency + 2 },
    () => readDocument(pdfMaze(), { limits: DEFAULT_LIMITS, signal: controller.signal }),
  );
  const settled = Promise.allSettled(slow);
  controller.abort(new Error("not needed any more"));
  for (const result of await settled) {
    assert.equal(result.status === "rejected" && result.reason.message, "not needed any more");
  }
  assert.equal((await read(TEXT)).text, "a text");
});

test("closeReaders() ends what is being read, and that is nobody's refusal", async () => {
  const reading = read(pdfMaze());
  const failed = reading.then(() => undefined, (error: unknown) => error);
  await closeReaders();
  const error = await failed;
  assert.equal(error instanceof DOMException && error.name, "AbortError");
});

test("ReaderPool replaces a reader that died", async () => {
  const pool = new ReaderPool(1);
  const readers: DocumentReader[] = [];
  const use = (kill: boolean) =>
    pool.with(async (reader) => {
      readers.push(reader);
      const reading = reader.read(kill ? pdfMaze() : TEXT, DEFAULT_LIMITS, () => {});
      if (kill) reader.kill();
      return await reading;
    });
  await assert.rejects(use(true), ReaderGone);
  assert.equal((await use(false)).text, "a text");
  assert.equal((await use(false)).text, "a text");
  assert.deepEqual([readers[0] === readers[1], readers[1] === readers[2]], [false, true]);
  await pool.close();
});

test("readDocument() answers any bytes with a text or a refusal", async () => {
  const heads = fc.constantFrom(
    "%PDF-1.4\n1 0 obj\n",
    "PK\x03\x04",
    "\xd0\xcf\x11\xe0",
    "<w:p>",
    "",
  );
  const bytesArb = fc.tuple(heads, fc.uint8Array({ maxLength: 2000 })).map(([head, rest]) =>
    Uint8Array.from([...[...head].map((char) => char.charCodeAt(0)), ...rest])
  );
  await fc.assert(
    fc.asyncProperty(bytesArb, async (bytes) => {
      return await outcomeOf(() => read(bytes)) !== undefined;
    }),
    { numRuns: 120 },
  );
});

test("readDocument() gives any UTF-8 text back as it was", async () => {
  const textArb = fc.string({ unit: "grapheme", maxLength: 300 })
    .map((text) => text.replace(/\p{Cc}|\ufeff/gu, "") + "x")
    .filter((text) => !/^\s*</.test(text) && !text.startsWith("%PDF-"));
  await fc.assert(
    fc.asyncProperty(textArb, async (text) => {
      return (await read(new TextEncoder().encode(text))).text === text;
    }),
    { numRuns: 60 },
  );
});
