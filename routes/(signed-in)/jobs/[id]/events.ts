import { define } from "../../../../define.ts";
import { type JobProgress, watchJob } from "../../../../lib/hiring/progress.ts";
import { eventStream, type ServerEvent } from "../../../../lib/platform/event_stream.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/**
 * News of a job while its résumés are read, from `Last-Event-ID` or `?since` on; with `?counts`
 * without the résumés themselves.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { actor } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const { searchParams } = ctx.url;
    const last = ctx.req.headers.get("last-event-id") ?? searchParams.get("since") ?? "";
    const since = /^\d{1,15}$/.test(last) ? Number(last) : 0;
    return eventStream((signal) =>
      toEvents(watchJob(actor, ctx.state, jobId, { since, signal }), searchParams.has("counts"))
    );
  },
});

async function* toEvents(
  news: AsyncIterable<JobProgress>,
  isCountsOnly: boolean,
): AsyncGenerator<ServerEvent> {
  for await (const progress of news) {
    const data = isCountsOnly ? { ...progress, resumes: [] } : progress;
    yield { id: String(progress.change), event: "news", data };
  }
}
