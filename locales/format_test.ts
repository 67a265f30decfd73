import assert from "node:assert/strict";
import {
  formatDateTime,
  formatLength,
  formatMonths,
  formatNumber,
  formatPart,
  formatPercent,
  formatShortMonth,
  formatTime,
  formatWhen,
  wholePercent,
} from "./format.ts";
import { formatSize } from "./format_size.ts";

const UTC = "UTC";
const now = new Date("2026-11-23T14:32:10Z");

Deno.test("formatNumber() and formatPercent() write figures in the language's way", () => {
  assert.equal(formatNumber("en", 40_000), "40,000");
  assert.equal(formatNumber("nl", 40_000), "40.000");
  assert.equal(formatPercent("en", 0.78), "78\u202f%");
  assert.equal(formatPart("nl", 0.7059), "71\u202f%");
});

Deno.test("wholePercent() never shows a score above a line that it misses", () => {
  assert.equal(wholePercent(0.7999), 79);
  assert.equal(wholePercent(0.8), 80);
  for (let whole = 0; whole <= 100; whole += 1) assert.equal(wholePercent(whole / 100), whole);
});

Deno.test("formatSize() counts in steps of 1024, as the limits do", () => {
  assert.equal(formatSize("en", 635), "635 B");
  assert.equal(formatSize("en", 421_888), "412 KB");
  assert.equal(formatSize("en", 10_485_760), "10 MB");
  assert.equal(formatSize("nl", 3_984_589), "3,8 MB");
  assert.equal(formatSize("en", 5 * 1024 ** 3), "5 GB");
  assert.equal(formatSize("en", 82_142_000_000), "76.5 GB");
});

Deno.test("formatDateTime() and formatTime() say a moment in full", () => {
  assert.equal(formatDateTime("en", now, UTC), "23 November 2026, 14:32");
  assert.equal(formatDateTime("nl", now, UTC), "23 november 2026, 14.32\u00a0uur");
  assert.equal(formatTime("en", new Date("2026-11-23T00:05:00Z"), UTC), "00:05");
});

Deno.test("formatWhen() is exact for today and short for longer ago", () => {
  const at = (iso: string) => formatWhen("en", new Date(iso), now, UTC);
  assert.equal(at("2026-11-23T14:31:50Z"), "just now");
  assert.equal(at("2026-11-23T14:30:00Z"), "2 minutes ago");
  assert.equal(at("2026-11-23T11:05:00Z"), "today, 11:05");
  assert.equal(at("2026-11-22T23:59:00Z"), "yesterday");
  assert.equal(at("2026-11-20T08:00:00Z"), "20 Nov");
  assert.equal(at("2025-10-21T08:00:00Z"), "21 Oct 2025");
  const dutch = (iso: string) => formatWhen("nl", new Date(iso), now, UTC);
  assert.equal(dutch("2026-11-23T11:05:00Z"), "vandaag, 11.05\u00a0uur");
  assert.equal(dutch("2026-11-20T08:00:00Z"), "20 nov");
});

Deno.test("formatLength() has a decimal where that tells something", () => {
  assert.equal(formatLength("en", 2.44 * 86_400), "2.4 days");
  assert.equal(formatLength("nl", 3.5 * 3600), "3,5 uur");
  assert.equal(formatLength("en", 86_400), "1 day");
  assert.equal(formatLength("en", 23.4 * 86_400), "23 days");
  assert.equal(formatLength("en", 30), "30 seconds");
});

Deno.test("formatMonths() and formatShortMonth() write stretches of work and their months", () => {
  assert.equal(formatMonths("en", 56), "4 years 8 months");
  assert.equal(formatMonths("en", 12), "1 year");
  assert.equal(formatMonths("nl", 13), "1 jaar 1 maand");
  assert.equal(formatMonths("nl", 0), "0 maanden");
  assert.equal(formatShortMonth("en", "2022-03"), "Mar 2022");
  assert.equal(formatShortMonth("nl", "2022-03"), "mrt 2022");
});
