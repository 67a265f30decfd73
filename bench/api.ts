import { waitFor } from "../tests/harness/wait.ts";
import type { MadeFile } from "./made/files.ts";
import { OWNER } from "./product.ts";

const RANKING_LIMIT_MS = 600_000;

/** The answers that are used here, of all that the API says. */
interface JobAnswer {
  readonly id: string;
  readonly is_stale: boolean;
  readonly resumes: { readonly done: number; readonly failed: number; readonly total: number };
}
interface RankingAnswer {
  readonly total_count: number;
  readonly data: readonly { readonly rank: number | null }[];
}

/** A recruiter's program that uses a product over its API. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string): Promise<ApiClient> {
    return new ApiClient(url, await ApiClient.tokenOf(url));
  }

  /** An access token of the owner. */
  static async tokenOf(url: string): Promise<string> {
    const body = new URLSearchParams(OWNER);
    const response = await fetch(`${url}/api/v1/login`, { method: "POST", body });
    return (await read<{ access_token: string }>(response)).access_token;
  }

  async createJob(title: string, description: string): Promise<string> {
    const body = JSON.stringify({ title, description });
    const headers = { "content-type": "application/json" };
    return (await this.#call<JobAnswer>("POST", "/jobs", { body, headers })).id;
  }

  /** Uploads files in one request; returns when they are stored. */
  async upload(jobId: string, files: readonly MadeFile[]): Promise<void> {
    const form = new FormData();
    for (const { name, bytes } of files) form.append("files", new Blob([bytes]), name);
    await this.#call("POST", `/jobs/${jobId}/resumes`, { body: form });
  }

  /** Waits until that many résumés of a job are judged or refused. */
  async untilJudged(
    jobId: string,
    count: number,
    limitMs = RANKING_LIMIT_MS,
  ): Promise<JobAnswer> {
    return await waitFor(`${count} verdicts`, async () => {
      const job = await this.#call<JobAnswer>("GET", `/jobs/${jobId}`);
      const { done, failed, total } = job.resumes;
      return done + failed >= count && (count < total || !job.is_stale) && job;
    }, limitMs);
  }

  async ranking(jobId: string): Promise<RankingAnswer> {
    return await this.#call<RankingAnswer>("GET", `/jobs/${jobId}/ranking?items_per_page=100`);
  }

  async #call<T>(method: string, path: string, init: RequestInit = {}): Promise<T> {
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    return await read<T>(await fetch(`${this.#url}/api/v1${path}`, { ...init, method, headers }));
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T; // our own API: the tests check its shape
}
