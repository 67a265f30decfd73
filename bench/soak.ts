import { startWeb, startWorker } from "../tests/harness/processes.ts";
import { testServices } from "../tests/harness/services.ts";
import { ApiClient } from "./api.ts";
import type { Figure, Part } from "./figure.ts";
import { processUse } from "./http/process_use.ts";
import { type MadeFile, makeFiles } from "./made/files.ts";
import { POSTING } from "./made/posting.ts";
import { Draw } from "./made/random.ts";
import { makeOwner } from "./owner.ts";

const MINUTES = 10;
/** Memory is looked at when all is warm, and at the end. */
const FIRST_MINUTE = 2;
const CLIENTS = 8;
const FILES = 400;

/** A load that goes on, to see what grows. */
export const soak: Part = {
  name: "soak",
  title: "Ten minutes of mixed load",
  how:
    `A web server and a worker with ${CLIENTS} clients that wait for nothing but their answers: ` +
    "of a hundred calls 90 read (lists of jobs, rankings, evaluations, searches, exports), four " +
    "upload a résumé, which is read and judged, three delete one, three write notes. An error is " +
    `an answer of 500 or above, or none. Memory is looked at after minute ${FIRST_MINUTE} and after ` +
    `minute ${MINUTES}.`,
  isLong: true,
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices({ LOG_LEVEL: "error", DATABASE_POOL_SIZE: "10" });
  await makeOwner(test.services.db);
  const web = await startWeb(test.env);
  const worker = await startWorker(test.env);
  try {
    const load = new MixedLoad(web.url, await makeFiles("txt", FILES, 70_000));
    await load.prepare();
    const ends = performance.now() + MINUTES * 60_000;
    const clients = Array.from({ length: CLIENTS }, (_, at) => load.run(at, ends));
    await pause(FIRST_MINUTE * 60_000);
    const early = [web.pid, worker.pid].map(megabytes);
    await Promise.all(clients);
    const late = [web.pid, worker.pid].map(megabytes);
    const memory = ["web server", "worker"].map((name, at) => ({
      name: `Memory of the ${name} after minute ${MINUTES}`,
      value: late[at] ?? NaN,
      unit: "MB",
      beside: { name: `after minute ${FIRST_MINUTE}, in MB`, value: early[at] ?? NaN },
    }));
    return [
      { name: "Calls", value: load.calls, unit: "" },
      { name: "Of these, uploads", value: load.uploads, unit: "" },
      { name: "Errors", value: load.errors, unit: "", limit: 0 },
      ...memory,
    ];
  } finally {
    await Promise.all([web.stop(10_000), worker.stop(10_000)]);
  }
}

/** What clients do with a job, drawn by chance but the same in each run. */
class MixedLoad {
  calls = 0;
  uploads = 0;
  errors = 0;
  #token = "";
  readonly #jobs: string[] = [];
  /** Judged, and not deleted yet. */
  readonly #resumes: string[] = [];

  constructor(readonly url: string, readonly files: readonly MadeFile[]) {}

  async prepare(): Promise<void> {
    const api = await ApiClient.signIn(this.url);
    for (const title of ["Backend engineer", "Backend engineer in Utrecht"]) {
      const id = await api.createJob(title, POSTING);
      await api.upload(id, this.files.slice(0, 100));
      await api.untilJudged(id, 100);
      this.#jobs.push(id);
    }
    await this.#signIn();
    const [job] = this.#jobs;
    const page = await this.#call("GET", `/jobs/${job}/resumes?items_per_page=100`);
    for (const { id } of page?.data ?? []) this.#resumes.push(id);
  }

  async run(client: number, ends: number): Promise<void> {
    const draw = new Draw(client);
    while (performance.now() < ends) await this.#step(draw);
  }

  async #step(draw: Draw): Promise<void> {
    const job = draw.one(this.#jobs);
    const resume = draw.one(this.#resumes);
    const what = draw.below(100);
    if (what < 20) await this.#call("GET", "/jobs?items_per_page=50");
    else if (what < 40) await this.#call("GET", `/jobs/${job}/ranking?items_per_page=50`);
    else if (what < 60) await this.#call("GET", `/resumes/${resume}/evaluation`);
    else if (what < 75) await this.#call("GET", `/jobs/${job}`);
    else if (what < 85) await this.#call("GET", "/search?q=engineer");
    else if (what < 90) await this.#call("GET", `/jobs/${job}/ranking.csv`);
    else if (what < 94) await this.#upload(job, draw);
    else if (what < 97) await this.#delete(draw);
    else await this.#note(job);
  }

  async #upload(job: string, draw: Draw): Promise<void> {
    const file = draw.one(this.files);
    const form = new FormData();
    // No text is uploaded twice, or nothing would be read.
    form.append("files", new Blob([file.bytes, `\n${crypto.randomUUID()}`]), file.name);
    const answer = await this.#call("POST", `/jobs/${job}/resumes`, form);
    for (const { id } of answer?.data ?? []) this.#resumes.push(id);
    this.uploads++;
  }

  async #delete(draw: Draw): Promise<void> {
    const [id] = this.#resumes.splice(draw.below(this.#resumes.length), 1);
    await this.#call("DELETE", `/resumes/${id}`);
  }

  async #note(job: string): Promise<void> {
    const page = await this.#call("GET", `/jobs/${job}/resumes?items_per_page=1`);
    const candidate = page?.data?.[0]?.candidate?.id;
    const note = { text: "Called: has time." };
    if (candidate) await this.#call("POST", `/candidates/${candidate}/notes`, note);
  }

  async #call(method: string, path: string, body?: FormData | object): Promise<Answer | undefined> {
    this.calls++;
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && !isForm ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (!response || text === undefined || response.status >= 500) this.errors++;
    else if (response.status === 401) await this.#signIn();
    else if (response.ok && text.startsWith("{")) return JSON.parse(text) as Answer;
  }

  async #signIn(): Promise<void> {
    this.#token = await ApiClient.tokenOf(this.url);
  }
}

/** What is used here of a list. */
interface Answer {
  readonly data?: readonly {
    readonly id: string;
    readonly candidate?: { readonly id: string } | null;
  }[];
}

function megabytes(pid: number): number {
  return (processUse(pid)?.residentBytes ?? NaN) / 1_000_000;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
