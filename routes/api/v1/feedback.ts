import { z } from "zod";
import {
  Feedback,
  FeedbackInput,
  listFeedback,
  sendFeedback,
} from "../../../lib/hiring/feedback.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { issuesOf, PARSING } from "../../../lib/platform/input_issues.ts";
import { InvalidInput } from "../../../lib/platform/errors.ts";
import { readJson } from "../../../lib/platform/json_body.ts";
import { cursorFields, cursorPageSchema } from "../../../lib/platform/page_of.ts";
import { readFeedbackForm } from "../../(_shared)/feedback_form.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What people wrote, the last first; for superusers",
    tag: "Feedback",
    examples: {
      "The last": { query: { itemsPerPage: "10" }, answer: { page: 1, itemsPerPage: 10 } },
    },
    may: "superuser",
    query: z.strictObject(cursorFields()),
    answer: cursorPageSchema(Feedback),
    handle: ({ actor, state, query }) => listFeedback(actor, state.db, query),
  }),
  POST: endpoint({
    summary: "Send feedback: JSON, or a form with a picture in the field `screenshot`",
    tag: "Feedback",
    examples: {
      "A wish": {
        body: { title: "Colours", text: "The dots are hard to tell apart", page: "/jobs" },
        answer: { title: "Colours", screenshotType: null },
      },
    },
    may: "feedback:write",
    body: FeedbackInput.extend({ screenshot: z.file().optional() }),
    bodyType: "files",
    status: 201,
    errors: ["storage_full"],
    answer: Feedback,
    async handle({ actor, state, request }) {
      const { fields, screenshot } = await readAny(request);
      const parsed = FeedbackInput.safeParse(fields, PARSING);
      if (parsed.success) return sendFeedback(actor, state, parsed.data, screenshot);
      throw new InvalidInput("The feedback cannot be taken", issuesOf(parsed.error));
    },
  }),
});

async function readAny(request: Request) {
  const type = request.headers.get("content-type")?.toLowerCase() ?? "";
  if (type.startsWith("multipart/form-data")) return await readFeedbackForm(request);
  return { fields: await readJson(request), screenshot: null };
}
