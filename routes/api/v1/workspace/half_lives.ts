import { HalfLives, HalfLivesPatch } from "../../../../lib/hiring/half_life_columns.ts";
import { getHalfLives, setHalfLives } from "../../../../lib/hiring/half_lives.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "After how many months of other work a thing shown counts half",
    tag: "Workspace",
    examples: { "As they are at first": { answer: { occupation: 120, tool: null } } },
    may: "jobs:read",
    answer: HalfLives,
    handle: ({ actor, state }) => getHalfLives(actor, state.db),
  }),

  PATCH: endpoint({
    summary: "Set after how many months of other work a thing shown counts half",
    tag: "Workspace",
    description:
      "A YES that rests on dated jobs alone, all left longer ago, becomes a PARTIAL; null: it never " +
      "ages. What is left out stays. Where something changed, the résumés of all jobs are judged anew.",
    examples: {
      "Tools after eight years": { body: { tool: 96 }, answer: { occupation: 120, tool: 96 } },
    },
    may: "jobs:write",
    body: HalfLivesPatch,
    answer: HalfLives,
    handle: ({ actor, state, body }) => setHalfLives(actor, state.db, body),
  }),
});
