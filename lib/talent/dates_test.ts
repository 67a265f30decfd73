import assert from "node:assert/strict";
import fc from "fast-check";
import { processorMs } from "../../tests/harness/processor_time.ts";
import { countMonths, findDateRanges, findDates, isPast, readNow } from "./dates.ts";
import type { DateRange } from "./dates.ts";

const NOW = readNow("2026-01-01");

/** "2019-03/2021-11" for the first and last month, "…/now", and "?" before a single date. */
function say(range: DateRange | undefined): string {
  if (range === undefined) return "none";
  const month = (index: number) =>
    `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  const last = range.current ? "now" : month(range.to - 1);
  return `${range.single ? "?" : ""}${month(range.from)}/${last}`;
}

const RANGES: readonly [line: string, expected: string][] = [
  ["Mar 2023 – now", "2023-03/now"],
  ["March 2023 - Present", "2023-03/now"],
  ["03/2019 - 11/2021", "2019-03/2021-11"],
  ["03/2019-11/2021", "2019-03/2021-11"],
  ["3/2019 to 11/2021", "2019-03/2021-11"],
  ["03-2019 t/m 11-2021", "2019-03/2021-11"],
  ["03.2019 – 11.2021", "2019-03/2021-11"],
  ["2018–heden", "2018-01/now"],
  ["2018 - nu", "2018-01/now"],
  ["2018 tot heden", "2018-01/now"],
  ["heden – 2018", "2018-01/now"],
  ["sinds 2020", "2020-01/now"],
  ["since March 2020", "2020-03/now"],
  ["vanaf sept 2021", "2021-09/now"],
  ["sept. 2016 t/m mei 2018", "2016-09/2018-05"],
  ["september 2016 tot en met mei 2018", "2016-09/2018-05"],
  ["van maart 2018 tot juni 2019", "2018-03/2019-06"],
  ["2015", "?2015-01/2015-12"],
  ["mei 2015", "?2015-05/2015-05"],
  ["2016–2019", "2016-01/2018-12"],
  ["2016 - 2016", "2016-01/2016-12"],
  ["2019-03 – 2021-11", "2019-03/2021-11"],
  ["2019-03-15 / 2021-11-30", "2019-03/2021-11"],
  ["2019/03 – 2021/11", "2019-03/2021-11"],
  ["01-03-2019 t/m 30-11-2021", "2019-03/2021-11"],
  ["12/31/2015 - 06/30/2017", "2015-12/2017-06"],
  ["'19 – '21", "2019-01/2020-12"],
  ["’19-’21", "2019-01/2020-12"],
  ["'98 - heden", "1998-01/now"],
  ["Jan '19 – Feb '21", "2019-01/2021-02"],
  ["Jan-19 – Feb-21", "2019-01/2021-02"],
  ["01/19 – 02/21", "2019-01/2021-02"],
  ["Jan – Mar 2019", "2019-01/2019-03"],
  ["november t/m februari 2020", "2019-11/2020-02"],
  ["1 March 2019 – 30 Nov 2021", "2019-03/2021-11"],
  ["March 1, 2019 to November 30th, 2021", "2019-03/2021-11"],
  ["2018/19", "2018-01/2018-12"],
  ["2014-19", "2014-01/2018-12"],
  ["Summer 2017", "?2017-07/2017-07"],
  ["zomer 2017 – winter 2018", "2017-07/2018-01"],
  ["Q3 2019 – Q1 2020", "2019-07/2020-01"],
  ["Software developer, Acme BV (2019 – 2021)", "2019-01/2020-12"],
  ["Human Resources Manager 08/2012 - Current Company Name", "2012-08/now"],
  ["05/2014 to Current", "2014-05/now"],
  ["(2021 - )", "2021-01/now"],
  ["Aug 2015 –", "2015-08/now"],
  ["2019 onwards", "2019-01/now"],
  ["juni 2012   mei 2014", "2012-06/2014-05"],
  ["2023 – 2027", "2023-01/now"],
  ["between 2012 and 2016", "2012-01/2015-12"],
  ["mrt. 2012 — okt. 2016", "2012-03/2016-10"],
  ["MAART 2012 – OKTOBER 2016", "2012-03/2016-10"],
  ["2022 (september) – nu", "2022-09/now"],
  ["no date here", "none"],
  ["ISO 9001:2015", "none"],
  ["call 0612345678", "none"],
  ["03/19", "none"],
  ["May we introduce 20 students", "none"],
  ["€2015 a month", "none"],
  ["team of 2019a", "none"],
];

Deno.test("findDateRanges() reads the formats of English and Dutch résumés", () => {
  for (const [line, expected] of RANGES) {
    assert.equal(say(findDateRanges(line, NOW)[0]), expected, line);
  }
});

Deno.test("findDateRanges() takes the lead word and both ends into its span", () => {
  const [range] = findDateRanges("Kok, van mrt 2012 t/m okt 2016, Utrecht", NOW);
  assert.equal(
    "Kok, van mrt 2012 t/m okt 2016, Utrecht".slice(range?.start, range?.end),
    [
      "van mrt 2012 t/m okt 2016",
    ][0],
  );
});

Deno.test("findDateRanges() finds several stretches in one line", () => {
  const found = findDateRanges("2010–2012 and again Jan 2015 – Mar 2016", NOW).map(say);
  assert.deepEqual(found, ["2010-01/2011-12", "2015-01/2016-03"]);
});

Deno.test("countMonths() counts January to December as twelve", () => {
  assert.equal(countMonths(findDateRanges("01/2018 – 12/2018", NOW)), 12);
  assert.equal(countMonths(findDateRanges("2016–2019", NOW)), 36);
  assert.equal(countMonths(findDateRanges("Jan 2024 – now", NOW)), 24);
});

Deno.test("countMonths() counts overlaps once", () => {
  const lines = ["2015–2018", "Jan 2017 – Dec 2018", "2010–2011"];
  assert.equal(countMonths(lines.flatMap((line) => findDateRanges(line, NOW))), 36 + 12 + 12);
});

Deno.test("countMonths() never exceeds the sum and ignores the order", () => {
  const range = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 }))
    .map(([from, months]) => ({ from, to: from + months }));
  fc.assert(fc.property(fc.array(range, { maxLength: 10 }), (ranges) => {
    const months = countMonths(ranges);
    const covered = new Set<number>();
    for (const { from, to } of ranges) for (let m = from; m < to; m++) covered.add(m);
    assert.equal(months, covered.size);
    assert.equal(countMonths(ranges.toReversed()), months);
  }));
});

Deno.test("findDates() gives both ends of a range and the days", () => {
  const points = findDates("geldig van 01-03-2019 t/m 30-11-2021");
  assert.deepEqual(points.map(({ year, month, day }) => [year, month, day]), [
    [2019, 2, 1],
    [2021, 10, 30],
  ]);
});

Deno.test("isPast() judges a date as exactly as it is given", () => {
  const now = readNow("2026-05-20");
  const past = (text: string) => isPast(findDates(text)[0]!, now); // each text holds a date
  assert.deepEqual(
    ["2025", "2026", "April 2026", "May 2026", "19-05-2026", "20-05-2026", "2027"].map(past),
    [true, false, true, false, true, false, false],
  );
});

Deno.test("readNow() refuses what is not a day", () => {
  for (const bad of ["", "2026-1-1", "2026-13-01", "today", "2026-01-01T00:00:00Z"]) {
    assert.throws(() => readNow(bad), RangeError, bad);
  }
});

Deno.test("findDateRanges() stays inside the line for any text", () => {
  const words = fc.constantFrom("Jan", "2019", "–", "-", "/", "t/m", "'", "19", "03", "heden", " ");
  fc.assert(fc.property(fc.array(words, { maxLength: 40 }).map((w) => w.join(" ")), (line) => {
    let end = 0;
    for (const range of findDateRanges(line, NOW)) {
      assert.ok(range.start >= end && range.end <= line.length && range.to > range.from);
      end = range.end;
    }
  }));
});

Deno.test("findDateRanges() is linear in the length of a hostile line", () => {
  for (const piece of ["2019 - ", "jan ", "'", "van ", "0", "1-1-", "      "]) {
    const line = piece.repeat(Math.ceil(200_000 / piece.length));
    const took = processorMs(() => findDateRanges(line, NOW));
    assert.ok(took < 2_000, `${JSON.stringify(piece)} took ${Math.round(took)} ms`);
  }
});
