import assert from "node:assert/strict";
import { nearestLine } from "./Score.tsx";

Deno.test("nearestLine() names the grade that is just missed, or just reached", () => {
  assert.deepEqual(nearestLine(0.78), { grade: "A", points: 2 });
  assert.deepEqual(nearestLine(0.799), { grade: "A", points: 1 });
  assert.deepEqual(nearestLine(0.8), { grade: "A", points: 0 });
  assert.deepEqual(nearestLine(0.64), { grade: "B", points: 1 });
});

Deno.test("nearestLine() is silent away from the lines and above them", () => {
  assert.equal(nearestLine(0.77), null);
  assert.equal(nearestLine(0.815), null);
  assert.equal(nearestLine(0.3), null);
});
