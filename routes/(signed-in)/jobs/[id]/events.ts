import { define } from "../../../../define.ts";
import { type JobProgress, watchJob } from "../../../../lib/hiring/progress.ts";
import { eventStream, type StreamEvent } from "../../../(_shared)/event_stream.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";

/** News of a job while its résumés are read; with `?counts` without the résumés themselves. */
export const handler = define.handlers({
  async GET(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    await getJob(actor, db, jobId); // not theirs: 404 before the stream begins
    const gone = new AbortController();
    ctx.req.signal.addEventListener("abort", () => gone.abort(), { once: true });
    const since = Number(ctx.req.headers.get("last-event-id") ?? 0);
    const news = watchJob(actor, ctx.state, jobId, {
      since: Number.isSafeInteger(since) && since > 0 ? since : 0,
      signal: gone.signal,
    });
    return eventStream(toEvents(news, gone, ctx.url.searchParams.has("counts")));
  },
});

async function* toEvents(
  news: AsyncGenerator<JobProgress>,
  gone: AbortController,
  isCountsOnly: boolean,
): AsyncGenerator<StreamEvent> {
  try {
    for await (const progress of news) {
      const data = isCountsOnly ? { ...progress, resumes: [] } : progress;
      yield { id: String(progress.change), name: "news", data };
    }
  } finally {
    gone.abort();
  }
}
