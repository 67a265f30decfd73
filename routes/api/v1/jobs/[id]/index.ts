import { jobTags } from "../../../../../lib/accounts/cache_tags.ts";
import { deleteJob } from "../../../../../lib/hiring/job_deletion.ts";
import { getJob, Job, JobPatch, updateJob } from "../../../../../lib/hiring/jobs.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A job with its requirements",
    tag: "Jobs",
    examples: {
      "A job": {
        path: { id: SAMPLE.job },
        answer: { id: SAMPLE.job, title: "Backend engineer" },
      },
    },
    may: "jobs:read",
    path: ById,
    answer: Job,
    cache: {
      prefix: "job",
      id: ({ path }) => path.id,
      tags: ({ actor, path }) => jobTags(actor.workspaceId, path.id),
    },
    handle: ({ actor, state, path }) => getJob(actor, state.db, path.id),
  }),
  PATCH: endpoint({
    summary: "Change title, description, place, department, weights or status of a job",
    tag: "Jobs",
    examples: {
      "Another title": {
        path: { id: SAMPLE.job },
        body: { title: "Senior backend engineer" },
        answer: { title: "Senior backend engineer" },
      },
    },
    may: "jobs:write",
    path: ById,
    body: JobPatch,
    answer: Job,
    handle: ({ actor, state, path, body }) => updateJob(actor, state.db, path.id, body),
  }),
  DELETE: endpoint({
    summary: "Delete a job with its requirements, résumés, files and evaluations",
    tag: "Jobs",
    examples: {
      "For good": { path: { id: SAMPLE.job } },
    },
    may: "jobs:write",
    path: ById,
    async handle({ actor, state, path }) {
      await deleteJob(actor, state, path.id);
      return undefined;
    },
  }),
});
