import { getProfile, ResumeProfile } from "../../../../../lib/hiring/resume_profile.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What the engine reads of a résumé: roles, gaps, skills with months and last use",
    tag: "Résumés",
    description:
      "Verdicts rest on it; it is no verdict itself, and gaps count for nothing. Months of " +
      "overlapping work are counted once. `links` are the pages that it names, and `sections` say in " +
      "which language each part is written. Of a masked résumé it tells nothing of whose it is. " +
      "Labels are in your language, or in that of `accept-language`.",
    errors: ["conflict"],
    examples: {
      "A developer": {
        path: { id: SAMPLE.resume },
        answer: { roles: [{ title: "Developer", organisation: "Acme", from: "2019-01" }] },
      },
    },
    may: "resumes:read",
    path: ById,
    answer: ResumeProfile,
    handle: ({ actor, state, path }) =>
      getProfile(actor, state.db, path.id, languageOf({ actor, state })),
  }),
});
