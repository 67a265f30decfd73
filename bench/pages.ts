import { gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page, Response } from "playwright-core";
import { findPrincipal } from "../lib/accounts/principals.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import type { BrowserApp } from "../tests/browser/app.ts";
import { waitFor } from "../tests/harness/wait.ts";
import type { Figure, Part } from "./figure.ts";

type SignedIn = BrowserContextOptions["storageState"];

const SETTLED_MS = 500;

/** What each page makes a browser load. */
export const pages: Part = {
  name: "pages",
  title: "Pages",
  how:
    "Each page with the sample loaded, opened in Chromium with an empty cache: every request it " +
    "makes, fonts and pictures included, until none was made for half a second. Scripts and styles " +
    "as gzip (level 6) packs them, each file by itself, in units of 1000 bytes.",
  measure,
};

async function measure(): Promise<Figure[]> {
  // It builds the app as soon as it is loaded, which would slow down the other parts.
  const { browserApp } = await import("../tests/browser/app.ts");
  await using app = await browserApp();
  const { job, resume } = await fillWithSample(app);
  const figures = await weigh(app, "Sign in", "/sign-in");
  const page = await app.signIn();
  const session = await page.context().storageState();
  const paths: readonly (readonly [string, string])[] = [
    ["Dashboard", "/"],
    ["New job", "/jobs/new"],
    ["Requirements", `/jobs/${job}/requirements`],
    ["Résumés", `/jobs/${job}/resumes`],
    ["Ranking", `/jobs/${job}/ranking`],
    ["Settings", `/jobs/${job}/settings`],
    ["Evaluation", `/resumes/${resume}`],
  ];
  for (const [name, path] of paths) figures.push(...await weigh(app, name, path, session));
  return figures;
}

/** Loads the sample and waits for its verdicts; answers a job of it and a résumé of that. */
async function fillWithSample({ test }: BrowserApp): Promise<{ job: string; resume: string }> {
  const { services } = test;
  const { db } = services;
  const { userId, workspaceId } = await db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("The browser's user has no workspace");
  await loadSample(owner, services);
  await waitFor("the sample to be judged", async () => {
    const open = await db.selectFrom("resumes").select("id")
      .where("status", "not in", ["done", "failed"]).executeTakeFirst();
    return open === undefined;
  }, 120_000);
  const { jobId, resumeId } = await db.selectFrom("evaluations").select(["jobId", "resumeId"])
    .orderBy("jobId").orderBy("score", "desc").executeTakeFirstOrThrow();
  return { job: jobId, resume: resumeId };
}

async function weigh(
  app: BrowserApp,
  name: string,
  path: string,
  storageState?: SignedIn,
): Promise<Figure[]> {
  const page = await app.newPage(storageState ? { storageState } : {});
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  await untilQuiet(page, responses);
  const packed = async (type: string) => {
    const files = responses.filter((one) => one.request().resourceType() === type);
    const bodies = await Promise.all(files.map((one) => one.body()));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  };
  const figures = [
    { name: `${name}: JavaScript`, value: await packed("script"), unit: "kB gz" },
    { name: `${name}: CSS`, value: await packed("stylesheet"), unit: "kB gz" },
    { name: `${name}: requests`, value: responses.length, unit: "" },
  ];
  await page.context().close();
  return figures;
}

/** Waits for the page's load event, and then until it asked for nothing more for a while. */
async function untilQuiet(page: Page, responses: readonly Response[]): Promise<void> {
  await page.waitForLoadState("load");
  let count = -1;
  while (count !== responses.length) {
    count = responses.length;
    await page.waitForTimeout(SETTLED_MS);
  }
}
