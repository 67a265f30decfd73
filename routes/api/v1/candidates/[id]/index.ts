import {
  CandidateEdit,
  deleteCandidate,
  updateCandidate,
} from "../../../../../lib/hiring/candidate_changes.ts";
import { getPerson, Person } from "../../../../../lib/hiring/candidates.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A person with their résumés, grades, stages and tags",
    tag: "Candidates",
    examples: {
      "A person": {
        path: { id: SAMPLE.candidate },
        answer: { id: SAMPLE.candidate, resumes: [{ id: SAMPLE.resume }] },
      },
    },
    may: "candidates:read",
    path: ById,
    answer: Person,
    handle: ({ actor, state, path }) => getPerson(actor, state.db, path.id),
  }),
  PATCH: endpoint({
    summary: "Change how to reach a person, or whether their data may be kept",
    tag: "Candidates",
    examples: {
      "A place, and consent to be kept": {
        path: { id: SAMPLE.candidate },
        body: { place: "Zwolle", consent: "given", consentOn: "2026-03-02" },
        answer: { place: "Zwolle", consent: "given", consentOn: "2026-03-02" },
      },
    },
    may: "candidates:write",
    path: ById,
    body: CandidateEdit,
    answer: Person,
    handle: ({ actor, state, path, body }) => updateCandidate(actor, state.db, path.id, body),
  }),
  DELETE: endpoint({
    summary: "Delete a person with all their résumés, files, evaluations, notes and tags",
    tag: "Candidates",
    examples: {
      "For good": { path: { id: SAMPLE.leaver } },
    },
    may: "candidates:write",
    path: ById,
    async handle({ actor, state, path }) {
      await deleteCandidate(actor, state, path.id);
      return undefined;
    },
  }),
});
