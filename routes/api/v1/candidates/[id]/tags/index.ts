import { z } from "zod";
import { addTag, TagInput } from "../../../../../../lib/hiring/tags.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Give a person a tag, in the spelling that the workspace has for it",
    may: "candidates:write",
    path: ById,
    body: TagInput,
    status: 201,
    answer: z.object({ data: z.array(z.string()) }),
    handle: async ({ actor, state, path, body }) => ({
      data: await addTag(actor, state.db, path.id, body.tag),
    }),
  }),
});
