import { Buffer } from "node:buffer";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { join } from "node:path";
import { webBuilder } from "../../dev.ts";
import { openSession } from "../../lib/accounts/sessions.ts";
import { ensureSuperuser } from "../../lib/accounts/superuser.ts";
import { closeReaders } from "../../lib/documents/read.ts";
import { configureLog } from "../../lib/platform/log.ts";
import { shareServices } from "../../lib/platform/services.ts";
import { app } from "../../main.ts";
import { sessionCookieName } from "../../routes/(_shared)/cookies.ts";
import { findChromium } from "../../scripts/local/chromium.ts";
import { registry } from "../../worker/registry.ts";
import { runWorker } from "../../worker/run_worker.ts";
import { waitForDrawing } from "./drawn.ts";
import { slowDown, slowly } from "./slow_line.ts";
import { type TestServices, testServices } from "../harness/services.ts";
import { waitFor } from "../harness/wait.ts";

export const LOGIN = "admin";
export const PASSWORD = "a password for the browser tests";

/** The folder of the sample résumés. */
export const SAMPLES = join(import.meta.dirname ?? ".", "../../samples/resumes");

const EXPECTED = /status of 4\d\d|net::ERR_INTERNET_DISCONNECTED/;

/** The built app with a worker and a database of its own, and a browser to look at it. */
export interface BrowserApp extends AsyncDisposable {
  readonly url: string;
  readonly test: TestServices;
  readonly browser: Browser;
  /** A page of a new visitor; what goes wrong in it fails the test at the end. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** The same, signed in and on no page yet. The form is a story of its own: main_flow_test.ts. */
  signIn(options?: BrowserContextOptions & { readonly as?: string }): Promise<Page>;
}

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters drawn alike on every machine.
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
];

// Once for all tests of a file: starting one costs more than many a test.
let browserOfFile: Promise<Browser> | undefined;

Deno.test.afterAll(async () => {
  await (await browserOfFile)?.close();
});

// The same build serves every one of them.
const attachBuild = webBuilder().build({ mode: "production", snapshot: "memory" });

// Once as well: it holds the stream that it writes to.
let logging: Promise<void> | undefined;

/** Starts it all; dispose of it at the end of the test. */
export async function browserApp(
  { worker = true, settings = {} }: { worker?: boolean; settings?: Record<string, string> } = {},
): Promise<BrowserApp> {
  const test = await testServices({ TASK_RETRY_SECONDS: "0", SHUTDOWN_SECONDS: "2", ...settings });
  const { services, walled } = test;
  await (logging ??= configureLog(test.config));
  shareServices(walled);
  await ensureSuperuser(services.db, {
    name: "Marijke Oosterhuis",
    username: LOGIN,
    email: "marijke@havenlicht.example",
    password: PASSWORD,
  });
  (await attachBuild)(app);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, automaticCompression: true, onListen: () => {} },
    slowly(app.handler()),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const stop = new AbortController();
  const working = worker ? runWorker(walled, { signal: stop.signal, registry }) : undefined;
  browserOfFile ??= chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const browser = await browserOfFile;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  const newPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: "en-GB",
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    contexts.push(context);
    if (options.javaScriptEnabled !== false) context.on("page", waitForDrawing);
    slowDown(context);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      // What a page refuses, or asks while it is offline on purpose, the browser calls an error.
      if (message.type() !== "error" || EXPECTED.test(message.text())) return;
      faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };

  return {
    url,
    test,
    browser,
    newPage,
    async signIn({ as = LOGIN, ...options } = {}) {
      const page = await newPage(options);
      const member = await services.db.selectFrom("memberships")
        .innerJoin("users", "users.id", "memberships.userId")
        .select(["memberships.userId", "memberships.workspaceId"])
        .where("users.username", "=", as).executeTakeFirstOrThrow();
      const { token } = await openSession(services, member, null);
      const name = sessionCookieName(services.config);
      await page.context().addCookies([{
        name,
        value: token,
        url,
        httpOnly: true,
        sameSite: "Lax",
      }]);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(contexts.map((context) => context.close()));
      stop.abort();
      await working;
      await closeReaders();
      await server.shutdown();
      await test[Symbol.asyncDispose]();
      if (faults.length > 0) throw new Error(`The browser complained:\n${faults.join("\n")}`);
    },
  };
}

/**
 * What the tests of a file share: made by the first that asks, disposed of after the last. Each test
 * must leave it so that the others find what they look for.
 */
export function sharedInFile<T extends AsyncDisposable>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  Deno.test.afterAll(async () => {
    await (await made)?.[Symbol.asyncDispose]();
  });
  return () => made ??= make();
}

/** Makes a job by its form and answers its path. */
export async function makeJob(page: Page, title: string, description: string): Promise<string> {
  await page.goto("/jobs/new");
  await page.fill("#title", title);
  await page.fill("#description", description);
  await page.click('main button[type="submit"]');
  await page.waitForURL("**/requirements?new=1");
  return new URL(page.url()).pathname.replace("/requirements", "");
}

/** Waits until the page shows that many; an answer's arrival is not yet its drawing. */
export async function sees(what: Locator, count: number): Promise<void> {
  await waitFor(`${count} of ${what}`, async () => await what.count() === count);
}

/** A job whose requirements the sample résumés meet more or less. */
export const JOB = {
  title: "Backend engineer, payments",
  description: [
    "We build the payments of a ferry company in Utrecht.",
    "",
    "What we ask",
    "- At least 4 years of experience with TypeScript",
    "- 3+ years of PostgreSQL",
    "- Experience with Kafka",
    "- A valid driving licence is mandatory",
    "",
    "Nice to have",
    "- Kubernetes",
    "",
    "What we offer",
    "A boat trip each summer.",
  ].join("\n"),
};

/** Two résumés as text, and what is in them. */
export const RESUMES = {
  strong: {
    name: "lena-berg.txt",
    text: [
      "Lena Berg",
      "lena.berg@example.com",
      "",
      "Work experience",
      "Backend engineer, Tidewater Bank, January 2016 - present",
      "- Wrote the payments API in TypeScript",
      "- Tuned PostgreSQL for nine million calls a day",
      "- Runs Kafka for twelve teams",
      "- Deployed it all on Kubernetes",
      "",
      "Licences",
      "Driving licence B",
    ].join("\n"),
  },
  weak: {
    name: "otto-klein.txt",
    text: [
      "Otto Klein",
      "otto.klein@example.com",
      "",
      "Work experience",
      "Web developer, Atelier 9, March 2022 - February 2023",
      "- Shop pages in TypeScript",
      "",
      "No experience with Kafka.",
    ].join("\n"),
  },
} as const;

/** A file for a file field. */
export function file(name: string, content: string | Uint8Array, mimeType = "text/plain") {
  return { name, mimeType, buffer: Buffer.from(content as Uint8Array) };
}

/** Waits until what is to run in a page as it opens has run: islands come to life one by one. */
export async function isAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let times = 0; times < 3; times++) {
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
    }
  });
}
