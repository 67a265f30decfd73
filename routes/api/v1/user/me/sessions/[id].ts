import { endOwnSession } from "../../../../../../lib/accounts/own_sessions.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Sign out of one browser or program, at once and for good",
    tag: "Sign-in",
    examples: { "A program": { path: { id: SAMPLE.session } } },
    may: "person",
    path: ById,
    async handle({ actor, state, path }) {
      await endOwnSession(actor, state, path.id);
      return undefined;
    },
  }),
});
