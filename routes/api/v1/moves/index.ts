import { z } from "zod";
import { MAX_MOVED, Moved, MoveInput, moveResumes } from "../../../../lib/hiring/moves.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

const MoveBody = MoveInput.omit({ resumeIds: true, versions: true }).extend({
  /** `version`: what the caller saw; one that has moved since is left and told. */
  resumes: z.array(z.strictObject({ id: Id, version: z.int().optional() })).min(1).max(MAX_MOVED),
});

export const handler = resource({
  POST: endpoint({
    summary: "Move résumés to a stage, or by a bare decision; a refusal needs `reason_code`",
    tag: "Stages",
    errors: ["not_found"],
    examples: {
      "To the shortlist": {
        body: { resumes: [{ id: SAMPLE.resume }], to: { decision: "shortlisted" } },
        answer: { moved: [{ resumeId: SAMPLE.resume }], conflicts: [] },
      },
    },
    may: "decisions:write",
    body: MoveBody,
    answer: Moved,
    handle({ actor, state, body: { resumes, ...body } }) {
      const versions = resumes.flatMap(({ id, version }) =>
        version === undefined ? [] : [[id, version] as const]
      );
      return moveResumes(actor, state, {
        ...body,
        resumeIds: resumes.map(({ id }) => id),
        versions: Object.fromEntries(versions),
      });
    },
  }),
});
