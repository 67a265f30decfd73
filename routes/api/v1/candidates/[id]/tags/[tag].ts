import { removeTag, TagName } from "../../../../../../lib/hiring/tags.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Take a tag from a person, in any case",
    may: "candidates:write",
    path: ById.extend({ tag: TagName }),
    async handle({ actor, state, path }) {
      await removeTag(actor, state.db, path.id, path.tag);
      return undefined;
    },
  }),
});
