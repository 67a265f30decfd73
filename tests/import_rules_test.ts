import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { findImportFaults, importsOf, isAllowed, RULES } from "../scripts/local/import_rules.ts";

Deno.test("imports go one way", async () => {
  assert.deepEqual(await findImportFaults(fileURLToPath(new URL("..", import.meta.url))), []);
});

Deno.test("importsOf() finds every kind of import", () => {
  const text = `
import { a } from "./a.ts";
import type { B } from "../b.ts";
import {
  c,
  d,
} from "kysely";
import "./side.ts";
export { e } from "./e.ts";
export type { F } from "./f.ts";
const g = await import("./g.ts");
const text = 'from "./no.ts"';
`;
  assert.deepEqual(importsOf("lib/x/y.ts", text), [
    { from: "lib/x/y.ts", to: "lib/x/a.ts", isTypeOnly: false },
    { from: "lib/x/y.ts", to: "lib/b.ts", isTypeOnly: true },
    { from: "lib/x/y.ts", to: "kysely", isTypeOnly: false },
    { from: "lib/x/y.ts", to: "lib/x/side.ts", isTypeOnly: false },
    { from: "lib/x/y.ts", to: "lib/x/e.ts", isTypeOnly: false },
    { from: "lib/x/y.ts", to: "lib/x/f.ts", isTypeOnly: true },
    { from: "lib/x/y.ts", to: "lib/x/g.ts", isTypeOnly: false },
  ]);
});

Deno.test("isAllowed() holds each room to its rule", () => {
  const cases: [string, string, boolean, boolean][] = [
    ["lib/talent/score.ts", "lib/talent/types.ts", false, true],
    ["lib/talent/score.ts", "lib/documents/types.ts", true, false],
    ["lib/talent/score.ts", "zod", false, false],
    ["lib/platform/queue.ts", "lib/hiring/jobs.ts", true, false],
    ["lib/platform/queue.ts", "kysely", false, true],
    ["lib/hiring/jobs.ts", "lib/platform/queue.ts", false, true],
    ["lib/hiring/jobs.ts", "locales/en.json", false, false],
    ["lib/hiring/jobs.ts", "worker/task.ts", true, false],
    ["islands/A.tsx", "lib/talent/score.ts", false, true],
    ["islands/A.tsx", "lib/talent/what_if.ts", false, true],
    ["islands/A.tsx", "lib/talent/shares.ts", false, true],
    ["islands/A.tsx", "lib/talent/match.ts", false, false],
    ["islands/A.tsx", "lib/hiring/jobs.ts", true, true],
    ["islands/A.tsx", "lib/hiring/jobs.ts", false, false],
    ["islands/A.tsx", "preact/hooks", false, true],
    ["islands/A.tsx", "kysely", false, false],
    ["routes/a.ts", "lib/hiring/jobs.ts", false, true],
    ["routes/a.ts", "worker/task.ts", false, false],
    ["worker/tasks/a.ts", "routes/a.ts", false, false],
    ["migrations/0001_a.ts", "lib/platform/database.ts", true, false],
  ];
  for (const [from, to, isTypeOnly, expected] of cases) {
    const rule = RULES.find(({ of }) => from.startsWith(of));
    assert.ok(rule);
    assert.equal(isAllowed(rule, { from, to, isTypeOnly }), expected, `${from} imports ${to}`);
  }
});
