import assert from "node:assert/strict";
import fc from "fast-check";
import { isApiKeySecret, looksLikeApiKey, newApiKeySecret } from "./api_key_secret.ts";

Deno.test("newApiKeySecret() makes keys of one form that never repeat", () => {
  const keys = Array.from({ length: 500 }, (_, n) => newApiKeySecret(n % 2 ? "live" : "test"));
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) {
    assert.match(key, /^tc_(live|test)_[0-9A-Za-z]{49}$/);
    assert.ok(looksLikeApiKey(key) && isApiKeySecret(key), key);
  }
});

Deno.test("isApiKeySecret() refuses a key in which one character is another one", () => {
  const key = newApiKeySecret("live");
  fc.assert(
    fc.property(
      fc.integer({ min: "tc_live_".length, max: key.length - 1 }),
      fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
      (at, character) => {
        const other = key.slice(0, at) + character + key.slice(at + 1);
        return isApiKeySecret(other) === (other === key);
      },
    ),
  );
});

Deno.test("isApiKeySecret() refuses a key of the other mode, cut, longer or of anything", () => {
  const key = newApiKeySecret("test");
  for (const other of [key.replace("test", "live"), key.slice(0, -1), `${key}0`, "tc_live_", ""]) {
    assert.equal(isApiKeySecret(other), false, other);
  }
  fc.assert(fc.property(fc.string(), (text) => !isApiKeySecret(text)));
});
