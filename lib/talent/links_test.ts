import assert from "node:assert/strict";
import fc from "fast-check";
import { linksIn } from "./links.ts";

Deno.test("linksIn() tells what each page of a résumé is, once", () => {
  const text = `Noor Bakker, www.linkedin.com/in/noorbakker (LinkedIn)
https://github.com/noorbakker, portfolio: https://noorbakker.example.org/work.
See also (https://www.linkedin.com/in/noorbakker/) and http://noor.github.io; noor@example.org`;
  assert.deepEqual(linksIn(text).map(({ kind, url }) => [kind, url]), [
    ["linkedin", "https://www.linkedin.com/in/noorbakker"],
    ["github", "https://github.com/noorbakker"],
    ["site", "https://noorbakker.example.org/work"],
    ["github", "http://noor.github.io/"],
  ]);
});

Deno.test("linksIn() takes no host that misleads, and none that is no name", () => {
  for (
    const written of [
      "https://github.com@evil.example.org/",
      "http://127.0.0.1/x",
      "http://localhost/x",
      "javascript:alert(1)",
      "https://",
    ]
  ) assert.deepEqual(linksIn(`see ${written} `), [], written);
  assert.equal(linksIn("https://github.com.evil.example.org/ ")[0]?.kind, "site");
});

Deno.test("linksIn() gives at most twenty addresses that can be opened, whatever the text", () => {
  const part = fc.constantFrom(
    "https://",
    "www.",
    "github.com/",
    "a",
    ".nl",
    "/",
    "@",
    " ",
    "(",
    "é",
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
    const links = linksIn(parts.join(""));
    assert.ok(links.length <= 20);
    for (const { url } of links) assert.match(new URL(url).protocol, /^https?:$/);
  }));
});
