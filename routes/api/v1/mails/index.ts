import { z } from "zod";
import { listMails, MailState } from "../../../../lib/accounts/mail_list.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { MailAnswer, toMailAnswer } from "../../(_shared)/mail_answers.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The mails of the installation in the last month, the last first",
    tag: "Service",
    description: "Without a mail server (`SMTP_URL`) they are written to files and count as sent.",
    examples: { "The last ones": { answer: { page: 1 } } },
    may: "superuser",
    query: z.strictObject({ ...cursorFields(), state: MailState.optional() }),
    answer: cursorPageSchema(MailAnswer),
    async handle({ actor, state, query }) {
      const { data, ...page } = await listMails(actor, state, query);
      return { ...page, data: data.map(toMailAnswer) };
    },
  }),
});
