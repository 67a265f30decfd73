import fc from "fast-check";
import assert from "node:assert/strict";
import { toFileName } from "./file_names.ts";

Deno.test("toFileName() makes a name that can be kept, of anything", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 600 }), (given) => {
    const name = toFileName(given);
    const length = [...name].length;
    assert.ok(length >= 1 && length <= 255, `${length} characters`);
    // deno-lint-ignore no-control-regex -- those are what must not be in it
    assert.doesNotMatch(name, /[/\\\u0000-\u001f\u007f]/);
    assert.ok(name.isWellFormed());
  }));
});

Deno.test("toFileName() drops folders and keeps the ending of a long name", () => {
  assert.equal(toFileName("C:\\Users\\me\\cv.pdf"), "cv.pdf");
  assert.equal(toFileName("../../etc/passwd"), "passwd");
  assert.equal(toFileName(" résumé (1).pdf "), "résumé (1).pdf");
  assert.equal(toFileName("folder/"), "file");
  // A mark that turns the reading direction makes a program look like a picture.
  assert.equal(toFileName("cv\u202egnp.exe"), "cvgnp.exe");
  assert.equal(toFileName("\u2066\u200f"), "file");
  assert.match(toFileName(`${"x".repeat(400)}.docx`), /^x{250}\.docx$/);
});
