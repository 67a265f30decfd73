import assert from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { type Child, startChild } from "../scripts/local/child.ts";
import { freePort } from "../scripts/local/processes.ts";
import { buildWeb } from "../scripts/local/web_build.ts";
import { type OwnRedis, ownRedis } from "./harness/redis.ts";
import { type TestServices, testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const FILES = 200;
const FILES_PER_UPLOAD = 4;
const WORKERS = 2;
/** Each seed is another course of events. */
const SEEDS = [20260501];

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\nNice to have:\n- Kubernetes",
};

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, state | 1);
    t = t + Math.imul(t ^ t >>> 7, t | 61) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** When a process is killed, and when no more. */
interface Hunt {
  readonly random: () => number;
  readonly isOver: () => boolean;
  /** Called when it starts; the answer tells whether it has done something since. */
  readonly watch: () => Promise<() => Promise<boolean>>;
}

/** How long a slow machine may take for any part of it. */
const PATIENCE_MS = 300_000;
const LONGEST_PAUSE_MS = 2000;

/** A process that is killed at random moments and started again. */
class Hunted {
  kills = 0;
  readonly #start: () => Child;
  #child: Child;

  constructor(start: () => Child) {
    this.#start = start;
    this.#child = start();
  }

  /** One kill in four may hit it while it starts; else nothing would get done on a slow machine. */
  async hunt({ random, isOver, watch }: Hunt): Promise<void> {
    while (!isOver()) {
      const isUseful = await watch();
      if (random() > 0.25) { while (!isOver() && !await isUseful()) await pause(50); }
      await pause(random() * LONGEST_PAUSE_MS);
      if (isOver()) return;
      await this.#child.kill();
      this.kills += 1;
      this.#child = this.#start();
    }
  }

  /** By hard means too: the next start has to cope anyway. */
  async stop(): Promise<void> {
    await this.#child.kill();
  }
}

/** A file to be sent, and what must become of it. */
interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly error: "corrupt" | "empty" | "unsupported" | null;
}

async function makeFiles(): Promise<Sent[]> {
  const files: Sent[] = [];
  for (let n = 0; n < FILES; n++) {
    const lines = [
      `Person Number${n}`,
      "Work experience",
      "Developer, Acme",
      `January ${2000 + n % 20} - present`,
      n % 3 ? "- Wrote services in TypeScript" : "- Tuned PostgreSQL",
    ];
    if (n % 10 === 3) files.push({ name: `${n}.pdf`, bytes: await makePdf(lines), error: null });
    else if (n % 20 === 7) files.push(broken(n));
    else files.push({ name: `${n}.txt`, bytes: encode(lines.join("\n")), error: null });
  }
  return files;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Each with bytes of its own: the same ones would be one résumé. */
function broken(n: number): Sent {
  if (n % 60 === 7) return { name: `${n}.pdf`, bytes: encode(`%PDF-1.4 ${n}`), error: "corrupt" };
  if (n % 60 === 27) return { name: `${n}.txt`, bytes: encode(" ".repeat(n)), error: "empty" };
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
  return { name: `${n}.png`, bytes: new Uint8Array([...png, n]), error: "unsupported" };
}

async function makePdf(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  lines.forEach((line, at) => page.drawText(line, { x: 50, y: 780 - at * 18, size: 12, font }));
  return await document.save();
}

/** Sends files until an answer says that they were taken; a killed server answers nothing. */
async function sendUntilTaken(
  send: (path: string, init?: RequestInit) => Promise<Response>,
  jobId: string,
  files: readonly Sent[],
): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  for (let tries = 1;; tries++) {
    const form = new FormData();
    for (const { name, bytes } of files) form.append("files", new Blob([bytes as BlobPart]), name);
    const response = await send(`/jobs/${jobId}/resumes`, { method: "POST", body: form })
      .catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response?.status === 202 && text !== undefined) {
      assert.equal(JSON.parse(text).data.length, files.length);
      return tries;
    }
    assert.ok(!response || response.status === 202, `${response?.status}: ${text}`);
    assert.ok(performance.now() < until, "The web server never answered");
    await pause(100);
  }
}

/** Kills Redis when a third is judged, and starts it again with nothing in it. */
async function emptyRedis(redis: OwnRedis, test: TestServices): Promise<void> {
  await waitFor(
    "a third of the résumés to be judged",
    async () => await countSettled(test) >= FILES / 3,
    PATIENCE_MS,
  );
  await redis.kill();
  await pause(500);
  await redis.start();
}

async function countTaken({ services: { db } }: TestServices): Promise<number> {
  const row = await db.selectFrom("resumes")
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

async function countSettled({ services: { db } }: TestServices): Promise<number> {
  const row = await db.selectFrom("resumes").where("status", "in", ["done", "failed"])
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

async function isAllSettled({ services: { db } }: TestServices): Promise<boolean> {
  const [resumes, tasks] = await Promise.all([
    db.selectFrom("resumes").select("id")
      .where("status", "not in", ["done", "failed"]).limit(1).executeTakeFirst(),
    db.selectFrom("tasks").select("id").where("name", "<>", "housekeeping")
      .where("state", "<>", "done").limit(1).executeTakeFirst(),
  ]);
  return !resumes && !tasks;
}

/** Compares what became of the files with what must. */
async function tally({ services: { db } }: TestServices, files: readonly Sent[]) {
  const rows = await db.selectFrom("resumes")
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select(["resumes.fileName", "resumes.status", "resumes.errorCode", "resumes.candidateId"])
    .select("evaluations.id as evaluationId").execute();
  const candidates = await db.selectFrom("candidates").select("id").execute();
  const evaluations = await db.selectFrom("evaluations").select("id").execute();
  let lost = 0;
  let double = 0;
  for (const { name, error } of files) {
    const mine = rows.filter(({ fileName }) => fileName === name);
    const isRight = mine.some((row) =>
      error === null
        ? row.status === "done" && row.evaluationId !== null && row.candidateId !== null
        : row.status === "failed" && row.errorCode === error && row.evaluationId === null
    );
    if (!isRight) {
      lost += 1;
      console.error(`Lost: ${name}, should be ${error ?? "done"}, is ${JSON.stringify(mine)}`);
    }
    double += Math.max(0, mine.length - 1);
  }
  const readable = files.filter(({ error }) => error === null).length;
  double += candidates.length - readable + evaluations.length - readable;
  return { resumes: rows.length, lost, double };
}

for (const seed of SEEDS) {
  Deno.test(`200 résumés survive kills of web, workers and Redis (seed ${seed})`, async () => {
    const random = randomFrom(seed);
    const started = performance.now();
    await buildWeb();
    await using redis = await ownRedis();
    await using test = await testServices({
      REDIS_URL: redis.url,
      TASK_LEASE_SECONDS: "2",
      TASK_RETRY_SECONDS: "0",
      WORKER_CONCURRENCY: "2",
      LOG_LEVEL: "error",
    });
    const { db } = test.services;
    const owner = await ensureSuperuser(db, {
      name: "Olga Owner",
      username: "olga",
      email: "olga@example.com",
      password: "correct horse battery",
    });
    const { accessToken } = await openTokenFamily(test.services, owner);
    const port = freePort();
    const send = (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${accessToken}` },
      });
    const env = { ...test.env, PORT: String(port) };
    const web = new Hunted(() => startChild("Web", ["scripts/web.ts"], env));
    const workers = Array.from(
      { length: WORKERS },
      () => new Hunted(() => startChild("Worker", ["worker/main.ts"], env)),
    );
    let isOver = false;
    let hunting: Promise<unknown> = Promise.resolve();
    try {
      const files = await makeFiles();
      const job = await waitFor("the web server to make a job", async () => {
        const response = await send("/jobs", {
          method: "POST",
          body: JSON.stringify(JOB),
          headers: { "content-type": "application/json" },
        }).catch(() => undefined);
        return response?.status === 201 ? await response.json() : await response?.body?.cancel();
      }, PATIENCE_MS);

      const chase = { random, isOver: () => isOver };
      const watchWeb = async () => {
        const before = await countTaken(test);
        return async () => await countTaken(test) > before || before === FILES;
      };
      const watchWorkers = async () => {
        const before = await countSettled(test);
        return async () => await countSettled(test) > before || await isAllSettled(test);
      };
      hunting = Promise.all([
        web.hunt({ ...chase, watch: watchWeb }),
        ...workers.map((worker) => worker.hunt({ ...chase, watch: watchWorkers })),
        emptyRedis(redis, test),
      ]);
      hunting.catch(() => {}); // awaited below
      let tries = 0;
      for (let at = 0; at < FILES; at += FILES_PER_UPLOAD) {
        tries += await sendUntilTaken(send, job.id, files.slice(at, at + FILES_PER_UPLOAD));
        await pause(random() * 200);
      }
      await waitFor("the kills", () => {
        const kills = workers.reduce((sum, { kills }) => sum + kills, 0);
        return kills >= 6 && web.kills >= 4;
      }, PATIENCE_MS);
      isOver = true;
      await hunting;
      await waitFor("every file to be judged or refused", () => isAllSettled(test), PATIENCE_MS);

      const { resumes, lost, double } = await tally(test, files);
      const kills = { web: web.kills, workers: workers.map(({ kills }) => kills) };
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(
        `seed ${seed}: ${FILES} files in ${tries} uploads, kills of web ${kills.web}, of workers ` +
          `${kills.workers.join(" and ")}, Redis emptied once: ${resumes} résumés, ` +
          `lost ${lost}, double ${double}, ${seconds} s`,
      );
      assert.deepEqual({ resumes, lost, double }, { resumes: FILES, lost: 0, double: 0 });
    } finally {
      isOver = true;
      await hunting.catch(() => {}); // it has failed the test already
      await Promise.all([web, ...workers].map((one) => one.stop()));
    }
  });
}
