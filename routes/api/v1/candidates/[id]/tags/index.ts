import { z } from "zod";
import { addTag, removeTag, TagInput } from "../../../../../../lib/hiring/tags.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

const Tags = z.object({ data: z.array(z.string()) });

export const handler = resource({
  POST: endpoint({
    summary: "Give a person a tag, in the spelling that the workspace has for it",
    tag: "Candidates",
    examples: {
      "A tag that is there in another case": {
        path: { id: SAMPLE.candidate },
        body: { tag: "referral" },
        answer: { data: ["Referral"] },
      },
    },
    may: "candidates:write",
    path: ById,
    body: TagInput,
    status: 201,
    answer: Tags,
    handle: async ({ actor, state, path, body }) => ({
      data: await addTag(actor, state.db, path.id, body.tag),
    }),
  }),
  DELETE: endpoint({
    summary: "Take a tag from a person, in any case",
    tag: "Candidates",
    examples: {
      "In any case": {
        path: { id: SAMPLE.candidate },
        query: { tag: "referral" },
        answer: { data: [] },
      },
    },
    may: "candidates:write",
    path: ById,
    query: TagInput,
    answer: Tags,
    handle: async ({ actor, state, path, query }) => ({
      data: await removeTag(actor, state.db, path.id, query.tag),
    }),
  }),
});
