import { define } from "../../../../define.ts";
import { type JobProgress, watchJob } from "../../../../lib/hiring/progress.ts";
import { samePeople } from "../../../../lib/hiring/same_people.ts";
import { eventStream, type ServerEvent } from "../../../../lib/platform/event_stream.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/**
 * News of a job while its résumés are read, from `Last-Event-ID` or `?since` on; with `?counts`
 * without the résumés themselves, with `?files` and which of them are of people who are there.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { actor } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const { searchParams } = ctx.url;
    const last = ctx.req.headers.get("last-event-id") ?? searchParams.get("since") ?? "";
    const since = /^\d{1,15}$/.test(last) ? Number(last) : 0;
    const dataOf = async (progress: JobProgress) => {
      if (searchParams.has("counts")) return { ...progress, resumes: [] };
      if (!searchParams.has("files")) return progress;
      const { resumes } = progress;
      const same = await samePeople(actor, ctx.state.db, resumes.map(({ id }) => id));
      return {
        ...progress,
        resumes: resumes.map((one) => ({ ...one, samePerson: same.get(one.id) ?? null })),
      };
    };
    return eventStream((signal) =>
      toEvents(watchJob(actor, ctx.state, jobId, { since, signal }), dataOf)
    );
  },
});

async function* toEvents(
  news: AsyncIterable<JobProgress>,
  dataOf: (progress: JobProgress) => Promise<JobProgress>,
): AsyncGenerator<ServerEvent> {
  for await (const progress of news) {
    yield { id: String(progress.change), event: "news", data: await dataOf(progress) };
  }
}
