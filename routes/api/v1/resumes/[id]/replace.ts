import { z } from "zod";
import { replaceResume } from "../../../../../lib/hiring/resume_replacement.ts";
import { readUploads } from "../../../../../lib/hiring/resume_upload.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ResumeRowAnswer, toRowAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Put another file in the place of a résumé's; stage, notes and candidate stay",
    tag: "Résumés",
    errors: ["conflict", "storage_full"],
    examples: {
      "Another file": {
        path: { id: SAMPLE.resume },
        body: { files: [new File(["Anna de Vries\nArchitect, Acme\n2019 - present"], "anna.txt")] },
        answer: { id: SAMPLE.resume, fileName: "anna.txt" },
      },
    },
    may: "resumes:write",
    path: ById,
    body: z.object({ files: z.array(z.file()).length(1) }),
    bodyType: "files",
    status: 202,
    answer: ResumeRowAnswer,
    async handle({ actor, state, path, request }) {
      const files = readUploads(request, state.config);
      const row = await replaceResume(actor, state, path.id, files);
      return toRowAnswer(languageOf({ actor, state }), row);
    },
  }),
});
