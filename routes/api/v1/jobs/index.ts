import { z } from "zod";
import { JobStatus } from "../../../../lib/hiring/job_heads.ts";
import { JobListSort, JobSummary, listJobs } from "../../../../lib/hiring/job_list.ts";
import { createJob, Job, JobInput } from "../../../../lib/hiring/jobs.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { text } from "../../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

const JobsQuery = z.strictObject({
  ...cursorFields(20),
  sort: JobListSort.default("-updated_at"),
  status: z.enum(JobStatus.options, "must be draft, open or archived").optional(),
  q: text(1, 200).optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "The workspace's jobs, the last active first",
    tag: "Jobs",
    examples: {
      "Open jobs with a word in the title": {
        query: { status: "open", q: "engineer", itemsPerPage: "20" },
        answer: {
          data: [{ title: "Backend engineer", status: "open" }],
          page: 1,
          itemsPerPage: 20,
        },
      },
    },
    may: "jobs:read",
    query: JobsQuery,
    answer: cursorPageSchema(JobSummary),
    handle: ({ actor, state, query }) => listJobs(actor, state.db, query),
  }),
  POST: endpoint({
    summary: "Make a job of a text; its requirements are read at once",
    errors: ["quota_exceeded"],
    tag: "Jobs",
    examples: {
      "A job of a text": {
        body: {
          title: "Backend engineer",
          description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
          place: "Utrecht",
        },
        answer: {
          title: "Backend engineer",
          status: "open",
          requirements: [
            { name: "TypeScript", level: "required", years: 3 },
            { name: "PostgreSQL" },
          ],
        },
      },
    },
    may: "jobs:write",
    body: JobInput,
    status: 201,
    answer: Job,
    handle: ({ actor, state, body }) => createJob(actor, state.db, body),
  }),
});
