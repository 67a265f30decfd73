import assert from "node:assert/strict";
import { toE164 } from "./phones.ts";

Deno.test("toE164() says every writing of a number alike", () => {
  for (
    const written of [
      "06 12 34 56 78",
      "(06) 1234-5678",
      "+31 (0)6 12345678",
      "0031 6 12345678",
      "06-12345678 (mobiel)",
    ]
  ) assert.equal(toE164(written), "+31612345678", written);
  assert.equal(toE164("+44 (0)20 7946 0958"), "+442079460958");
  assert.equal(toE164("+32 475 12 34 56"), "+32475123456");
});

Deno.test("toE164() takes no other digits for a number", () => {
  for (const digits of [null, "", "12345", "123456789", "0000000000", "2019 - 2023"]) {
    assert.equal(toE164(digits), null, String(digits));
  }
});
