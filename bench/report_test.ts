import assert from "node:assert/strict";
import type { Part } from "./figure.ts";
import { toPage } from "./report.ts";

const MACHINE = {
  date: "2026-05-04",
  cores: 2,
  processor: "A processor",
  memoryGibibytes: 24,
  deno: "2.9.6",
  system: "linux x86_64",
  load: 0.5,
};

function part(name: string): Part {
  return { name, title: `Title of ${name}`, how: "By hand.", measure: () => Promise.resolve([]) };
}

Deno.test("toPage() writes what was measured, keeps the rest, and drops parts that are no more", () => {
  const [one, two, three] = [part("one"), part("two"), part("three")];
  const figures = (value: number) => [{ name: "Time", value, unit: "s" }];
  const first = toPage(MACHINE, [one, two, part("old")], [
    { part: one, figures: figures(1.5) },
    { part: two, figures: figures(2.5) },
    { part: part("old"), figures: figures(9) },
  ], "");
  const later = { ...MACHINE, date: "2026-06-07", load: 0 };
  const page = toPage(later, [one, three, two], [
    { part: two, figures: figures(3.25) },
    { part: three, figures: figures(4) },
  ], first);
  const sections = page.split(/^## /m);
  assert.equal(sections.length, 4);
  assert.match(sections[0] ?? "", /^# Performance\n/);
  assert.match(sections[1] ?? "", /^Title of one\n[^]*2026-05-04; [^]*\| Time \| 1\.50 s \|/);
  assert.match(sections[2] ?? "", /^Title of three\n[^]*2026-06-07; [^]*\| Time \| 4 s \|/);
  assert.match(sections[3] ?? "", /^Title of two\n[^]*2026-06-07; [^]*\| Time \| 3\.25 s \|/);
});
