import type { Sent } from "./files.ts";
import type { World } from "./world.ts";

/** What the client was told, once for each call however often it had to be made. */
export interface Accepted {
  readonly jobs: string[];
  /** Ids of résumés, by the name of the file. */
  readonly resumes: Map<string, string>;
  /** How often a call was made in all. */
  calls: number;
  /** Answers that tell a client neither "done" nor "try again". */
  readonly wrong: string[];
}

const PATIENCE_MS = 300_000;
const AGAIN_MS = 150;

/** What says that the same may be asked again, beside no answer at all. */
const PASSING: ReadonlySet<number> = new Set([409, 429, 502, 503, 504, 507]);

/** A client as the API asks for: each POST has a key, and is repeated until it is answered. */
export class Client {
  readonly accepted: Accepted = { jobs: [], resumes: new Map(), calls: 0, wrong: [] };

  constructor(private readonly call: World["call"]) {}

  async makeJob(title: string): Promise<string> {
    const { id } = await this.post("/jobs", 201, {
      body: JSON.stringify({
        title,
        description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
      }),
      headers: { "content-type": "application/json" },
    });
    this.accepted.jobs.push(id);
    return id;
  }

  async upload(jobId: string, files: readonly Sent[]): Promise<void> {
    const form = new FormData();
    for (const { name, bytes } of files) form.append("files", new Blob([bytes as BlobPart]), name);
    const { data } = await this.post(`/jobs/${jobId}/resumes`, 202, { body: form });
    files.forEach(({ name }, at) => this.accepted.resumes.set(name, data[at].id));
  }

  // deno-lint-ignore no-explicit-any -- an answer of the API
  async post(path: string, status: number, init: RequestInit): Promise<any> {
    const key = crypto.randomUUID();
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const answer = await this.#once(path, init, key);
      if (answer?.status === status) return JSON.parse(answer.text);
      if (answer && !PASSING.has(answer.status)) {
        this.accepted.wrong.push(`POST ${path}: ${answer.status} ${answer.text}`);
        if (answer.status < 500) break;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    throw new Error(`POST ${path} was never done:\n${this.accepted.wrong.join("\n")}`);
  }

  async #once(path: string, init: RequestInit, key: string) {
    this.accepted.calls++;
    try {
      const headers = { ...init.headers, "idempotency-key": key };
      const response = await this.call(path, { ...init, method: "POST", headers });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined; // the server went away
    }
  }
}
