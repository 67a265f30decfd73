import assert from "node:assert/strict";
import fc from "fast-check";
import { MIN_PASSWORD, NewPassword, passwordFault } from "./password_rules.ts";

Deno.test("passwordFault() refuses what is short, too long or common, in any case", () => {
  assert.equal(passwordFault("x".repeat(MIN_PASSWORD - 1)), "short");
  assert.equal(passwordFault("é".repeat(MIN_PASSWORD)), null, "characters, not bytes");
  assert.equal(
    passwordFault("\u{1F600}".repeat(MIN_PASSWORD - 1)),
    "short",
    "and not UTF-16 units",
  );
  assert.equal(passwordFault("x".repeat(1025)), "long");
  for (const common of ["1234567890", "qwertyuiop", "Password123", "BASKETBALL"]) {
    assert.equal(passwordFault(common), "common", common);
  }
});

Deno.test("passwordFault() asks for no kind of character", () => {
  const text = fc.string({ minLength: MIN_PASSWORD, maxLength: 200, unit: "grapheme-ascii" });
  fc.assert(fc.property(text, (password) => {
    const fault = passwordFault(password);
    return fault === null || fault === "common";
  }));
  for (const plain of ["correct horse battery", "zeventien fietsen", "9071 2385 6640"]) {
    assert.equal(passwordFault(plain), null, plain);
  }
});

Deno.test("NewPassword says what is wrong", () => {
  assert.match(NewPassword.safeParse("1234567890").error?.message ?? "", /most common/);
  assert.match(NewPassword.safeParse("short").error?.message ?? "", /at least 10 characters/);
  assert.equal(NewPassword.safeParse("correct horse").success, true);
});
