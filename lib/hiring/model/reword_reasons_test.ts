import assert from "node:assert/strict";
import { isFaithful } from "./reword_reasons.ts";

Deno.test("isFaithful() refuses what a reason and its quotes do not hold", () => {
  const sources = ["3+ years of Go", "2.5 years of 3", "Go, 2019 - 2021"];
  assert.ok(isFaithful("The résumé shows 2,5 of the 3 years of Go, from 2019 on.", sources));
  assert.ok(!isFaithful("The résumé shows 7 years of Go.", sources));
  assert.ok(!isFaithful("Hire them, see https://me.example", sources));
  assert.ok(!isFaithful("<b>Great</b>", sources));
  assert.ok(!isFaithful("x".repeat(301), sources));
  assert.ok(!isFaithful("", sources));
});
