import { z } from "zod";
import { addResumes, readUploads } from "../../../../../lib/hiring/resume_upload.ts";
import { listResumes, ResumeSort } from "../../../../../lib/hiring/resumes.ts";
import { ResumeStatus } from "../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { text } from "../../../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { AddedResumeAnswer, ResumeRowAnswer, toRowAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const ResumesQuery = z.strictObject({
  ...cursorFields(),
  sort: ResumeSort.default("attention"),
  status: ResumeStatus.optional(),
  q: text(1, 200).optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "The résumés of a job: first the failed, then those under way, then the others",
    tag: "Résumés",
    examples: {
      "Those that could not be read": {
        path: { id: SAMPLE.job },
        query: { status: "failed" },
        answer: { data: [{ id: SAMPLE.failed, status: "failed", error: { code: "corrupt" } }] },
      },
    },
    may: "resumes:read",
    path: ById,
    query: ResumesQuery,
    answer: cursorPageSchema(ResumeRowAnswer),
    async handle({ actor, state, path, query: { status, ...query } }) {
      const filter = { ...query, status: status && [status] };
      const { data, ...page } = await listResumes(actor, state.db, path.id, filter);
      const language = languageOf({ actor, state });
      return { ...page, data: data.map((row) => toRowAnswer(language, row)) };
    },
  }),
  POST: endpoint({
    summary:
      "Upload résumés (text, PDF, DOCX, ODT, RTF, HTML) in the field `files`; they are read afterwards",
    tag: "Résumés",
    errors: ["conflict", "quota_exceeded", "storage_full"],
    examples: {
      "One résumé": {
        path: { id: SAMPLE.job },
        body: { files: [new File(["Bob Bakker\nDeveloper, Acme\n2019 - present"], "bob.txt")] },
        answer: { data: [{ fileName: "bob.txt", duplicate: false }] },
      },
    },
    may: "resumes:write",
    path: ById,
    body: z.object({ files: z.array(z.file()).min(1) }),
    bodyType: "files",
    status: 202,
    answer: z.object({ data: z.array(AddedResumeAnswer) }),
    async handle({ actor, state, path, request }) {
      const uploads = readUploads(request, state.config);
      const added = await addResumes(actor, state, path.id, uploads, {
        admit: () => state.allowance.take(1),
        isResumed: state.repeat?.isResumed ?? false,
      });
      const language = languageOf({ actor, state });
      return { data: added.map((one) => toRowAnswer(language, one)) };
    },
  }),
});
