import {
  getTemplate,
  restoreTemplate,
  saveTemplate,
  TemplateInput,
  TemplateOf,
  WorkspaceTemplate,
} from "../../../../../lib/hiring/letter_templates.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { LETTER_WORDS } from "../../../../(_shared)/letter_words.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";

const PATH = { kind: "rejection", language: "en" } as const;
const OWN = { subject: "About {job}", text: "Dear {name},\n\nWe chose somebody else.\n\n{sender}" };

export const handler = resource({
  PUT: endpoint({
    summary: "Write what the letters of a kind and language begin with",
    tag: "Letters",
    description:
      "A text has the places `{name}`, `{job}`, `{workspace}`, `{sender}`, `{met}` and `{missing}`; a " +
      "subject has the first four. For a signed-in person alone, as sending is.",
    examples: {
      "Of the workspace's own": { path: PATH, body: OWN, answer: { ...PATH, ...OWN, isOwn: true } },
      "With a place that stands for nothing": {
        path: PATH,
        body: { ...OWN, text: "Dear {nickname}" },
        status: 422,
      },
    },
    may: "letters:write",
    path: TemplateOf,
    body: TemplateInput,
    answer: WorkspaceTemplate,
    handle: async ({ actor, state: { db }, path, body }) => {
      await saveTemplate(actor, db, path, body);
      return await getTemplate(actor, db, path, LETTER_WORDS);
    },
  }),

  DELETE: endpoint({
    summary: "Give a kind and language the product's template back",
    tag: "Letters",
    examples: { "It is the product's again": { path: PATH, answer: { ...PATH, isOwn: false } } },
    may: "letters:write",
    path: TemplateOf,
    answer: WorkspaceTemplate,
    handle: async ({ actor, state: { db }, path }) => {
      await restoreTemplate(actor, db, path);
      return await getTemplate(actor, db, path, LETTER_WORDS);
    },
  }),
});
