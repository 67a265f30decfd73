import { getModelBudget, ModelBudget } from "../../../lib/hiring/model/budget.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Whether a language model is set up, and what of its monthly tokens is used",
    tag: "Language model",
    examples: { "None is set up": { answer: { isOn: false, model: null, usedTokens: 0 } } },
    may: "jobs:read",
    answer: ModelBudget,
    handle: ({ actor, state }) => getModelBudget(actor, state),
  }),
});
