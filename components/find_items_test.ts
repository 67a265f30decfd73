import assert from "node:assert/strict";
import { fromFirstHit } from "./find_items.ts";

const hit = { text: "intensive", isHit: true };
const plain = (text: string) => ({ text, isHit: false });

Deno.test("fromFirstHit() begins a quote a few words before the first hit", () => {
  const long =
    "Sanne de Wit sanne.dewit@example.com +31 6 1234 5678 Zwolle cared for patients on the ";
  assert.deepEqual(fromFirstHit([plain(long), hit, plain(" care ward")]), [
    plain("… cared for patients on the "),
    hit,
    plain(" care ward"),
  ]);
});

Deno.test("fromFirstHit() leaves a quote that begins near its hit, or has none", () => {
  const near = [plain("patients on the "), hit];
  assert.equal(fromFirstHit(near), near);
  const none = [plain("Sanne de Wit sanne.dewit@example.com +31 6 1234 5678 Zwolle")];
  assert.equal(fromFirstHit(none), none);
  assert.deepEqual(fromFirstHit([plain("x".repeat(80)), hit]).at(-1), hit);
});
