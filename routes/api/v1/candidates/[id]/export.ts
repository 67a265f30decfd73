import { z } from "zod";
import { exportPerson } from "../../../../../lib/hiring/privacy/person_export.ts";
import { download } from "../../../../../lib/platform/attachment.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "All that is kept of a person: a ZIP of person.json and the files of their résumés",
    tag: "Candidates",
    description: "Who takes it along is in the audit log.",
    examples: { "To be given to them": { path: { id: SAMPLE.candidate } } },
    may: "candidates:write",
    path: ById,
    answer: z.file(),
    answerType: "application/zip",
    handle: async ({ actor, state, path }) =>
      download({
        fileName: `person-${path.id}`,
        kind: "zip",
        body: await exportPerson(actor, state, path.id),
      }),
  }),
});
