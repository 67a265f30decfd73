import { z } from "zod";
import { AskedThing, ResumeAnswer } from "../../../lib/hiring/ask.ts";
import { text } from "../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../lib/platform/page_of.ts";
import { MAX_QUESTION } from "../../../lib/talent/question.ts";

const { updatedSince: _, ...fields } = cursorFields(10, 100);

/** A question, and which part of the answers is wanted. */
export const AnswersQuery = z.strictObject({ ...fields, q: text(1, MAX_QUESTION) });

export const Answers = cursorPageSchema(ResumeAnswer).extend({
  understood: z.string(),
  asked: z.array(AskedThing),
  isMore: z.boolean(),
});
