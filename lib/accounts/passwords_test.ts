import { hash } from "@node-rs/argon2";
import assert from "node:assert/strict";
import { hashPassword, isOutdated, isPassword } from "./passwords.ts";

Deno.test("hashPassword() makes Argon2id with OWASP's parameters and a salt of its own", async () => {
  const [first, second] = await Promise.all([
    hashPassword("correct horse"),
    hashPassword("correct horse"),
  ]);
  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(first, second);
});

Deno.test("isPassword() knows the password, no other, and never for an unknown user", async () => {
  const known = await hashPassword("correct horse");
  assert.equal(await isPassword("correct horse", known), true);
  assert.equal(await isPassword("correct horsf", known), false);
  assert.equal(await isPassword("correct horse", undefined), false);
});

Deno.test("isOutdated() knows hashes of other parameters", async () => {
  assert.equal(isOutdated(await hashPassword("correct horse")), false);
  assert.equal(isOutdated(await hash("correct horse", { memoryCost: 12_288, timeCost: 3 })), true);
  assert.equal(isOutdated(await hash("correct horse", { algorithm: 1 })), true, "Argon2i");
});
