import { z } from "zod";
import { openOriginal } from "../../../../../lib/hiring/resumes.ts";
import { attachment } from "../../../../../lib/platform/attachment.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The file as it was uploaded",
    tag: "Résumés",
    examples: {
      "The file": { path: { id: SAMPLE.resume } },
    },
    may: "resumes:read",
    path: ById,
    answer: z.file(),
    answerType: "*/*",
    handle: async ({ actor, state, path }) => attachment(await openOriginal(actor, state, path.id)),
  }),
});
