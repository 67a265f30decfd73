import assert from "node:assert/strict";
import { VerifiedTokens } from "./verified_tokens.ts";

Deno.test("VerifiedTokens gives a token's subject until the token expires", () => {
  const tokens = new VerifiedTokens<string>();
  assert.equal(tokens.find("a", 0), undefined);
  tokens.keep("a", { subject: "Amara", expires: 100 });
  assert.equal(tokens.find("a", 99), "Amara");
  assert.equal(tokens.find("b", 99), undefined);
  assert.equal(tokens.find("a", 100), undefined);
  assert.equal(tokens.find("a", 99), undefined, "what has expired is forgotten");
});

Deno.test("VerifiedTokens forgets the longest known when there are too many", () => {
  const tokens = new VerifiedTokens<number>();
  for (let at = 0; at <= 10_000; at++) tokens.keep(`token ${at}`, { subject: at, expires: 100 });
  assert.equal(tokens.find("token 0", 0), undefined);
  assert.equal(tokens.find("token 1", 0), 1);
  assert.equal(tokens.find("token 10000", 0), 10_000);
});
