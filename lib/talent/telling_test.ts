import assert from "node:assert/strict";
import { tellingOf } from "./telling.ts";

Deno.test("tellingOf() counts a word of one trade for more than one of all trades", () => {
  const order = ["ledger", "scaffolding", "reports", "the"].map(tellingOf);
  assert.ok(order[0]! > order[2]! && order[1]! > order[2]! && order[2]! > order[3]!, `${order}`);
  assert.equal(tellingOf("the"), 0);
  for (const word of ["ledger", "daily", "verantwoordelijk", "x", "manage"]) {
    assert.ok(tellingOf(word) >= 0 && tellingOf(word) <= 1, word);
  }
  assert.equal(tellingOf("report"), tellingOf("reports"));
});
