import assert from "node:assert/strict";
import fc from "fast-check";
import { disclose, LEAST, ratesOf, together, type Unit } from "./disclosure.ts";

const unit = (
  applied: Record<string, number>,
  reached: Record<string, Record<string, number>> = {},
): Unit => ({
  applied: new Map(Object.entries(applied)),
  reached: new Map(
    Object.entries(reached).map(([stage, counts]) => [stage, new Map(Object.entries(counts))]),
  ),
});

const groupsOf = (one: Unit) => [...disclose(one)?.applied.keys() ?? []];

Deno.test("disclose() tells groups of ten, and none that would give a smaller one away", () => {
  assert.deepEqual(groupsOf(unit({ woman: 20, man: 30 })), ["man", "woman"]);
  assert.deepEqual(groupsOf(unit({ woman: 9, man: 30 })), []);
  // Three others would follow from the total, so the smallest is left out with them.
  assert.deepEqual(groupsOf(unit({ a: 30, b: 20, c: 12, d: 3 })), ["a", "b"]);
  // Ten others are enough to stay unknown.
  assert.deepEqual(groupsOf(unit({ a: 30, b: 20, c: 5, d: 5 })), ["a", "b"]);
  // So are those who gave no answer, also for a small group beside them, but three are not.
  assert.deepEqual(groupsOf(unit({ "": 12, a: 30, b: 20, c: 2 })), ["a", "b"]);
  assert.deepEqual(groupsOf(unit({ "": 40, a: 30, b: 20 })), ["a", "b"]);
  assert.deepEqual(groupsOf(unit({ "": 3, a: 30, b: 20, c: 12 })), ["a", "b"]);
});

Deno.test("disclose() tells no stage that few reached or missed, or that one group alone did", () => {
  const stagesOf = (
    reached: Record<string, number>,
  ) => [...disclose(unit({ woman: 20, man: 30 }, { offer: reached }))?.reached.keys() ?? []];
  assert.deepEqual(stagesOf({ woman: 8, man: 12 }), ["offer"]);
  assert.deepEqual(stagesOf({ woman: 2, man: 3 }), [], "five whom everybody knows");
  assert.deepEqual(stagesOf({ woman: 16, man: 29 }), [], "five who were left out");
  assert.deepEqual(stagesOf({ man: 15 }), [], "then all who came in are men");
  assert.deepEqual(stagesOf({ woman: 20, man: 12 }), [], "then all who were left out are men");
  assert.deepEqual(stagesOf({ woman: 20, man: 30 }), ["offer"], "everybody");
});

Deno.test("disclose() leaves nothing of fewer than ten to be worked out from totals", () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(fc.property(fc.tuple(count, count, count, count, count), ([none, a, b, c, d]) => {
    const told = disclose(unit({ "": none, a, b, c, d }));
    if (!told) return;
    const shown = [...told.applied.values()];
    assert.ok(shown.length >= 2 && shown.every((one) => one >= LEAST));
    const sum = shown.reduce((all, one) => all + one, 0);
    const rest = none + a + b + c + d - sum;
    assert.ok(rest === 0 || rest >= LEAST, `${rest} are left over`);
  }));
});

Deno.test("ratesOf() sums over units that tell the groups of the largest", () => {
  const one = disclose(unit({ woman: 20, man: 40 }, { offer: { woman: 8, man: 12 } }));
  const other = disclose(unit({ woman: 10, man: 15 }, { offer: { woman: 5, man: 8 } }));
  const strange = disclose(unit({ other: 12, man: 14 }, { offer: { other: 7, man: 6 } }));
  assert.ok(one && other && strange);
  assert.deepEqual(ratesOf([one, other, strange]).get("offer"), [
    { group: "man", applied: 55, reached: 20 },
    { group: "woman", applied: 30, reached: 13 },
  ]);
  assert.equal(ratesOf([]).size, 0);
});

Deno.test("together() is the sum of its units", () => {
  const sum = together([
    unit({ a: 1, "": 2 }, { offer: { a: 1 } }),
    unit({ a: 3, b: 4 }, { offer: { b: 2 }, hired: { b: 1 } }),
  ]);
  assert.deepEqual(Object.fromEntries(sum.applied), { a: 4, "": 2, b: 4 });
  assert.deepEqual(Object.fromEntries(sum.reached.get("offer") ?? []), { a: 1, b: 2 });
});
