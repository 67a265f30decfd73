import assert from "node:assert/strict";
import { numberRequirements } from "./numbering.ts";

Deno.test("numberRequirements() counts required ones and spells the others, in the job's order", () => {
  const levels = ["required", "nice_to_have", "required", "nice_to_have"] as const;
  const numbered = numberRequirements(levels.map((level, id) => ({ id, level })));
  assert.deepEqual(numbered.map(({ id, number }) => `${id}:${number}`), [
    "0:1",
    "2:2",
    "1:a",
    "3:b",
  ]);
});

Deno.test("numberRequirements() goes on after z", () => {
  const nice = Array.from({ length: 28 }, () => ({ level: "nice_to_have" as const }));
  const numbers = numberRequirements(nice).map(({ number }) => number);
  assert.deepEqual(numbers.slice(25), ["z", "aa", "ab"]);
});
