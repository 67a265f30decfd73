import type { TypedWebhook, WebhookProblem } from "../../components/WebhookForm.tsx";
import { WebhookInput } from "../../lib/accounts/webhooks.ts";
import { Conflict, InvalidInput } from "../../lib/platform/errors.ts";
import { formFields, issuesOf, orNull, wrongFields } from "./forms.ts";

/** What was typed into the form of a webhook. */
export async function readWebhookForm(req: Request): Promise<TypedWebhook> {
  const fields = await formFields(req);
  const named = Object.fromEntries(fields);
  return {
    url: named.url ?? "",
    description: named.description ?? "",
    events: fields.flatMap(([name]) => name.startsWith("event ") ? [name.slice(6)] : []),
  };
}

/** @throws {InvalidInput} If it is not what a webhook needs. */
export function toWebhookInput({ url, description, events }: TypedWebhook): WebhookInput {
  const parsed = WebhookInput.safeParse({ url, description: orNull(description), events });
  if (parsed.success) return parsed.data;
  throw new InvalidInput("The form cannot be taken", issuesOf(parsed.error));
}

/** What was wrong with it; what no field is to blame for is thrown on. */
export function webhookProblems(error: unknown): WebhookProblem[] {
  if (error instanceof Conflict) return ["room"];
  return [...wrongFields(error)] as WebhookProblem[];
}
