import { z } from "zod";
import {
  awaitBulk,
  BulkInput,
  forgetBulk,
  startBulk,
} from "../../../../lib/hiring/bulk_evaluations.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { Unavailable } from "../../../../lib/platform/errors.ts";
import { answerJson } from "../../../../lib/platform/http_cache.ts";
import { keepInstead } from "../../../../lib/platform/idempotency.ts";
import { toSnakeKeys } from "../../../../lib/platform/snake_case.ts";
import { BulkAnswer, toBulkAnswer } from "../../(_shared)/bulk_answers.ts";
import { BulkForm, readBulk } from "../../(_shared)/bulk_form.ts";
import { endpoint, languageOf } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Judge up to twenty résumés by a job's text; nothing of it is kept",
    tag: "Evaluations",
    description:
      "JSON with the texts, or `multipart/form-data` with the job in `job` (its text, or JSON with " +
      "`text` and `weights`) and the résumés in `files`. Answers what came of it within 20 seconds; otherwise, or at once with " +
      "`Prefer: respond-async`, 202 with the `task_id` to ask for. Each résumé counts as a call, " +
      "and in the quota of the month.",
    examples: {
      "Two texts": {
        body: {
          job: { text: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL" },
          resumes: [
            { text: "Anna\nDeveloper, Acme\n2019 - present\n- TypeScript", fileName: "anna.txt" },
            { text: "Bob\nCook, Bistro\n2019 - present\n- Soup", fileName: "bob.txt" },
          ],
        },
        answer: {
          status: "done",
          result: {
            requirements: [{ name: "TypeScript", years: 3 }, { name: "PostgreSQL" }],
            resumes: [{ fileName: "anna.txt", rank: 1, error: null }, { fileName: "bob.txt" }],
          },
        },
      },
    },
    headers: ["Prefer", "Accept-Language"],
    // It waits for the worker, which must see what it wrote.
    repeat: "beside",
    may: "evaluations:write",
    body: BulkInput,
    form: BulkForm,
    bodyType: "files",
    answer: BulkAnswer,
    otherAnswers: { 202: BulkAnswer },
    errors: ["unavailable", "quota_exceeded"],
    async handle({ actor, state, request }) {
      const input = await readBulk(request, state.config);
      const language = languageOf({ actor, state });
      const id = await state.repeat?.id();
      const begun = await startBulk(actor, state, input, {
        id,
        // The call stands for the first résumé.
        admit: () => state.allowance.take(input.files.length - 1),
      });
      const asked = later(toBulkAnswer(language, { ...begun, status: "waiting", result: null }));
      if (/\brespond-async\b/i.test(request.headers.get("prefer") ?? "")) return asked;
      const outcome = await awaitBulk(actor, state, begun.id, state.signal());
      if (outcome.status === "waiting") return asked;
      // For a repetition only the task's id is kept, and the result as long as any other.
      if (!id || outcome.status === "failed") await forgetBulk(state.db, actor, begun.id);
      if (outcome.status === "failed") {
        throw new Unavailable("The résumés could not be judged: send them again");
      }
      const answer = toBulkAnswer(language, outcome);
      if (!id) return answer;
      return keepInstead(answerJson(request, JSON.stringify(toSnakeKeys(answer))), asked);
    },
  }),
});

function later(answer: z.infer<typeof BulkAnswer>): Response {
  return Response.json(toSnakeKeys(answer), {
    status: 202,
    headers: { location: `/api/v1/evaluations/tasks/${answer.taskId}`, "retry-after": "2" },
  });
}
