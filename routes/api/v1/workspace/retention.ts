import {
  getRetention,
  RetentionRule,
  setRetention,
} from "../../../../lib/hiring/privacy/retention.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "How many days the data of somebody who was rejected is kept",
    tag: "Workspace",
    examples: { "As it is at first": { answer: { days: 28 } } },
    may: "candidates:read",
    answer: RetentionRule,
    handle: ({ actor, state }) => getRetention(actor, state.db),
  }),

  PATCH: endpoint({
    summary: "Set how many days the data of somebody who was rejected is kept",
    tag: "Workspace",
    description:
      "From the last rejection on, of people who were rejected for every job that they are in. " +
      "Recorded consent keeps them longer, at most a year from the day it was given; a legal hold " +
      "until it is released. The owners and recruiters are told a week before anybody is deleted.",
    examples: { "Two weeks": { body: { days: 14 }, answer: { days: 14 } } },
    may: "members:write",
    body: RetentionRule,
    answer: RetentionRule,
    handle: ({ actor, state, body }) => setRetention(actor, state.db, body),
  }),
});
