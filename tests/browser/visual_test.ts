import assert from "node:assert/strict";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { moveResumes } from "../../lib/hiring/moves.ts";
import { listStages } from "../../lib/hiring/stages.ts";
import { type Pixels, readPng, repackPng, writePng } from "../../scripts/local/png.ts";
import { stopClock } from "../harness/clock.ts";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp } from "./app.ts";
import { fillWithSample, moveInTime, type Sample } from "./sample.ts";

/** One picture: a page in one theme and width. */
interface View<Made = Sample> {
  readonly name: string;
  readonly path: (made: Made) => string;
  readonly width?: 1440 | 390;
  readonly colorScheme?: "light" | "dark";
  readonly language?: "nl";
  /** The whole page and not only what is seen first. */
  readonly isWhole?: true;
  readonly isSignedOut?: true;
}

const VIEWS: readonly View[] = [
  { name: "components", path: () => "/components", isWhole: true },
  { name: "sign-in", path: () => "/sign-in", colorScheme: "dark", isSignedOut: true },
  { name: "dashboard", path: () => "/" },
  { name: "ranking", path: ({ job }) => `/jobs/${job}/ranking` },
  {
    name: "ranking-phone",
    path: ({ job }) => `/jobs/${job}/ranking`,
    width: 390,
    colorScheme: "dark",
  },
  { name: "evaluation", path: ({ resumes: [best] }) => `/resumes/${best}`, colorScheme: "dark" },
  {
    name: "evaluation-phone",
    path: ({ resumes: [best] }) => `/resumes/${best}`,
    width: 390,
    language: "nl",
  },
  { name: "requirements", path: ({ job }) => `/jobs/${job}/requirements`, language: "nl" },
  { name: "resumes", path: ({ job }) => `/jobs/${job}/resumes`, width: 390 },
  { name: "board", path: ({ job }) => `/jobs/${job}/board` },
  {
    name: "compare",
    path: ({ job, resumes: [a, b, c] }) =>
      `/jobs/${job}/compare?resume=${a}&resume=${b}&resume=${c}`,
    colorScheme: "dark",
  },
  { name: "profile", path: ({ person }) => `/candidates/${person}` },
  { name: "usage", path: () => "/settings/usage", colorScheme: "dark" },
  { name: "error", path: () => "/jobs/nothing" },
  { name: "settings", path: () => "/settings", width: 390, language: "nl", isWhole: true },
];

/** What is seen before anything was made. */
const EMPTY: readonly View<void>[] = [{ name: "dashboard-empty", path: () => "/", width: 390 }];

const FOLDER = join(import.meta.dirname ?? ".", "references");

/** `deno task test:visual --write` takes the references anew. */
const isWriting = Deno.args.includes("--write");

/** How far a colour may be off, from 0 to 1; the edges of letters are told by themselves. */
const THRESHOLD = 0.15;

/** How many pixels of a thousand may differ. */
const TOLERATED = 1;

const NOW = new Date("2026-03-12T10:00:00Z");

Deno.test({
  name: "pages look as their references do",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const signedIn = await (await app.signIn()).context().storageState();
  // The session has to last by the database's clock, so it is made before ours stops.
  using _clock = stopClock(NOW);
  const look = (view: Omit<View, "path">, path: string) =>
    t.step(view.name, async () => {
      const page = await app.newPage({
        ...(view.isSignedOut ? {} : { storageState: signedIn }),
        colorScheme: view.colorScheme ?? "light",
        locale: view.language === "nl" ? "nl-NL" : "en-GB",
        timezoneId: "UTC",
        viewport: { width: view.width ?? 1440, height: view.width === 390 ? 844 : 900 },
        reducedMotion: "reduce",
        extraHTTPHeaders: { "x-request-id": "req_K0FWFAZSCPT9" },
      });
      await page.clock.setFixedTime(NOW);
      await page.goto(path);
      await compare(view.name, await stillPicture(page, view.isWhole ?? false));
      await page.context().close();
    });
  for (const view of EMPTY) await look(view, view.path());
  const sample = await fillWithSample(app, NOW.toISOString().slice(0, 10));
  await decide(app, sample);
  await moveInTime(app.test.services, new Date("2026-03-12T08:30:00Z"));
  for (const view of VIEWS) await look(view, view.path(sample));
});

/** Two are shortlisted, one is in the interviews and one rejected, so that each word is seen. */
async function decide({ test: { services } }: BrowserApp, sample: Sample): Promise<void> {
  const { owner, resumes } = sample;
  const stages = await listStages(owner, services.db);
  const interview = stages.find(({ key }) => key === "interview")?.id ?? "";
  await moveResumes(owner, services, {
    resumeIds: resumes.slice(0, 2),
    to: { decision: "shortlisted" },
  });
  await moveResumes(owner, services, {
    resumeIds: resumes.slice(2, 3),
    to: { stageId: interview },
  });
  await moveResumes(owner, services, {
    resumeIds: resumes.slice(-1),
    to: { decision: "rejected" },
    reasonCode: "requirements_not_met",
  });
}

/** Takes pictures until two in a row are the same. */
async function stillPicture(page: Page, fullPage: boolean): Promise<Uint8Array> {
  await page.evaluate(() => document.fonts.ready);
  const take = () => page.screenshot({ fullPage, animations: "disabled", caret: "hide" });
  let last = await take();
  await waitFor("the page to stand still", async () => {
    const next = await take();
    const isStill = next.equals(last);
    last = next;
    return isStill;
  });
  return last;
}

async function compare(name: string, actual: Uint8Array): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  if (isWriting) {
    await Deno.mkdir(FOLDER, { recursive: true });
    return await Deno.writeFile(path, repackPng(actual));
  }
  const [wanted, is] = [readPng(await Deno.readFile(path)), readPng(actual)];
  const sizes = [wanted, is].map(({ width, height }) => `${width} × ${height}`);
  if (sizes[0] !== sizes[1]) {
    const where = await keep(name, actual);
    assert.fail(`${name} is ${sizes[1]} and not ${sizes[0]} pixels; see ${where}`);
  }
  const pixels = wanted.width * wanted.height;
  const match = (diff?: Uint8Array) =>
    pixelmatch(toRgba(wanted), toRgba(is), diff, wanted.width, wanted.height, {
      threshold: THRESHOLD,
    });
  const off = match();
  const share = off / pixels * 1000;
  if (share <= TOLERATED) return;
  const diff = new Uint8Array(pixels * 4);
  match(diff);
  const where = await keep(name, actual, { ...wanted, rgb: toRgb(diff) });
  assert.fail(`${name} differs in ${off} pixels (${share.toFixed(1)} ‰); see ${where}`);
}

/** Keeps what was seen, and what differs, where a person can look at it. */
async function keep(name: string, actual: Uint8Array, diff?: Pixels): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "visual-" });
  await Deno.writeFile(join(folder, `${name}.actual.png`), actual);
  if (diff) await Deno.writeFile(join(folder, `${name}.diff.png`), writePng(diff));
  return folder;
}

function toRgba({ width, height, rgb }: Pixels): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    // A call of set() for each pixel takes ten times as long.
    rgba[to] = rgb[from] ?? 0;
    rgba[to + 1] = rgb[from + 1] ?? 0;
    rgba[to + 2] = rgb[from + 2] ?? 0;
  }
  return rgba;
}

function toRgb(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(rgba.length / 4 * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb.set(rgba.subarray(from, from + 3), to);
  }
  return rgb;
}
