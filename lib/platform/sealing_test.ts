import assert from "node:assert/strict";
import fc from "fast-check";
import { isSealedByPresent, seal, unseal } from "./sealing.ts";

const OLD = { secretKey: "an-older-secret-of-the-installation-00" };
const NEW = { secretKey: "a-newer-secret-of-the-installation-000" };

Deno.test("unseal() gives back what seal() was given", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const sealed = await seal(NEW, "test", bytes);
      assert.deepEqual(await unseal(NEW, "test", sealed), bytes);
    }),
    { numRuns: 50 },
  );
});

Deno.test("unseal() knows the secrets that were before, and no others", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const sealed = await seal(OLD, "test", bytes);
  const rotated = { ...NEW, previousSecretKeys: [OLD.secretKey] };
  assert.deepEqual(await unseal(rotated, "test", sealed), bytes);
  assert.equal(await unseal(NEW, "test", sealed), undefined);
  assert.equal(await isSealedByPresent(OLD, "test", sealed), true);
  assert.equal(await isSealedByPresent(rotated, "test", sealed), false);
  assert.equal(await isSealedByPresent(OLD, "another purpose", sealed), false);
  assert.equal(await unseal(OLD, "another purpose", sealed), undefined);
});

Deno.test("unseal() refuses what was changed, and seal() never says the same twice", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const [one, two] = [await seal(NEW, "test", bytes), await seal(NEW, "test", bytes)];
  assert.notDeepEqual(one, two);
  one[one.length - 1]! ^= 1; // it has a tag of 16 bytes
  await assert.rejects(unseal(NEW, "test", one), DOMException);
});
