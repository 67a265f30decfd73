import { z } from "zod";
import { addTag, removeTag, TagInput } from "../../../../../../lib/hiring/tags.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";

const Tags = z.object({ data: z.array(z.string()) });

export const handler = resource({
  POST: endpoint({
    summary: "Give a person a tag, in the spelling that the workspace has for it",
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
    may: "candidates:write",
    path: ById,
    query: TagInput,
    answer: Tags,
    handle: async ({ actor, state, path, query }) => ({
      data: await removeTag(actor, state.db, path.id, query.tag),
    }),
  }),
});
