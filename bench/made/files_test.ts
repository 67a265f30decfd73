import assert from "node:assert/strict";
import { readBytes } from "../../lib/documents/read_bytes.ts";
import { DEFAULT_LIMITS } from "../../lib/documents/limits.ts";
import { readJob } from "../../lib/talent/requirements.ts";
import { type MadeKind, makeFiles } from "./files.ts";
import { POSTING, REQUIREMENT_COUNT } from "./posting.ts";
import { asText, makeResume } from "./resume_text.ts";

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

Deno.test("makeResume() writes the same résumé again, and another one for another seed", () => {
  assert.deepEqual(makeResume(7), makeResume(7));
  const texts = new Set(Array.from({ length: 50 }, (_, seed) => asText(makeResume(seed))));
  assert.equal(texts.size, 50);
});

Deno.test("makeFiles() makes files that hold the résumé's words, PDFs of two pages", async () => {
  for (const kind of ["pdf", "docx", "txt"] satisfies MadeKind[]) {
    const files = await makeFiles(kind, 3, 40);
    for (const [at, { bytes, name }] of files.entries()) {
      const { text, pages, kind: found } = await readBytes(bytes, DEFAULT_LIMITS);
      assert.equal(found, kind === "txt" ? "text" : kind, name);
      if (kind === "pdf") assert.equal(pages.length, 2, name);
      const made = words(asText(makeResume(40 + at)).toLowerCase());
      const read = new Set(words(text.toLowerCase()));
      const lost = made.filter((word) => !read.has(word));
      assert.ok(lost.length <= made.length / 100, `${name} lost ${lost.slice(0, 10)}`);
    }
  }
});

Deno.test("POSTING asks for as many things as are judged", () => {
  assert.ok(readJob(POSTING).requirements.length >= REQUIREMENT_COUNT);
});
