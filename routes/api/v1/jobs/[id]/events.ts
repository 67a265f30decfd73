import type { State } from "../../../../../define.ts";
import type { Principal } from "../../../../../lib/accounts/principal.ts";
import { watchJob } from "../../../../../lib/hiring/progress.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { eventStream, type ServerEvent } from "../../../../../lib/platform/event_stream.ts";
import { toSnakeKeys } from "../../../../../lib/platform/snake_case.ts";
import { ProgressAnswer, toProgressAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Follow a job: server-sent events `snapshot` and `changes`, resumed by Last-Event-ID",
    tag: "Résumés",
    examples: {
      "From the beginning": { path: { id: SAMPLE.job } },
    },
    headers: ["Last-Event-ID"],
    may: "resumes:read",
    path: ById,
    answer: ProgressAnswer,
    answerType: "text/event-stream",
    handle: ({ actor, state, path, request }) =>
      eventStream((signal) => follow(actor, state, path.id, lastEventId(request), signal)),
  }),
});

async function* follow(
  actor: Principal,
  state: State,
  jobId: string,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const language = languageOf({ actor, state });
  for await (const progress of watchJob(actor, state, jobId, { since, signal })) {
    yield {
      id: String(progress.change),
      event: progress.isSnapshot ? "snapshot" : "changes",
      data: toSnakeKeys(toProgressAnswer(language, progress)),
    };
  }
}

/** Where the client was when it lost the stream; 0 when it comes for the first time. */
function lastEventId(request: Request): number {
  const id = request.headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}
