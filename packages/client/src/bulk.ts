import type { Client } from "./client.ts";
import { ApiProblem, dataOf } from "./problem.ts";
import { retryAfterMs, waitFor } from "./retry.ts";
import type { paths } from "./schema.ts";

type Post = paths["/evaluations"]["post"];
/** A job's text and up to twenty résumés: their texts, or files. */
export type BulkBody = Post["requestBody"]["content"][
  | "application/json"
  | "multipart/form-data"
];
/** What came of them. */
export type BulkAnswer = Post["responses"][200]["content"]["application/json"];

const POLL_MS = 2000;

/**
 * Judges résumés of which nothing is kept, and waits for what comes of it, also when the server
 * answers that it takes longer (202).
 *
 * @param options `signal` gives up; `wait` is another way to wait, for a test.
 * @throws {ApiProblem} If it is refused, or the résumés could not be judged.
 */
export async function evaluateNow(
  client: Client,
  body: BulkBody,
  { signal = new AbortController().signal, wait = waitFor }: {
    readonly signal?: AbortSignal;
    readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  } = {},
): Promise<BulkAnswer> {
  const first = await client.POST("/evaluations", { body, signal });
  let answer: BulkAnswer = dataOf(first);
  let waitMs = retryAfterMs(first.response) ?? POLL_MS;
  while (answer.status === "waiting") {
    await wait(waitMs, signal);
    waitMs = POLL_MS;
    const path = { id: answer.task_id };
    answer = dataOf(await client.GET("/evaluations/tasks/{id}", { params: { path }, signal }));
  }
  if (answer.status === "done") return answer;
  const detail = "The résumés could not be judged: send them again";
  throw new ApiProblem(503, { type: "/problems/unavailable", detail }, null);
}
