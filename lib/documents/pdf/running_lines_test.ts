import assert from "node:assert/strict";
import { withoutRepeats } from "./running_lines.ts";

const page = (...lines: [text: string, y: number][]) => ({
  lines: lines.map(([text, y], last) => ({ text, y, last, startsBlock: false })),
  hidden: [],
});
const said = (pages: ReturnType<typeof page>[]) =>
  withoutRepeats(pages).map(({ lines }) => lines.map(({ text }) => text));

Deno.test("withoutRepeats() tells heads and feet once, also those that count", () => {
  const pages = [1, 2, 3].map((number) =>
    page(["CV of Noa Bakker", 0.04], [`Role ${number}`, 0.5], [`Page ${number} of 3`, 0.96])
  );
  assert.deepEqual(said(pages), [
    ["CV of Noa Bakker", "Role 1", "Page 1 of 3"],
    ["Role 2"],
    ["Role 3"],
  ]);
});

Deno.test("withoutRepeats() keeps what stands elsewhere, says something else, or is no edge", () => {
  const pages = [
    page(["Amsterdam", 0.05], ["Nurse", 0.5], ["2019 – 2021", 0.95]),
    page(["Amsterdam", 0.08], ["Nurse", 0.5], ["2015 – 2017", 0.95]),
  ];
  assert.deepEqual(said(pages), [
    ["Amsterdam", "Nurse", "2019 – 2021"],
    ["Amsterdam", "Nurse", "2015 – 2017"],
  ]);
});
