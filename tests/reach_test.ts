import assert from "node:assert/strict";
import { queueMail } from "../lib/accounts/mails.ts";
import { apiTest } from "./harness/api.ts";
import { startWorker } from "./harness/processes.ts";
import { startReceiver } from "./harness/receiver.ts";
import { startSmtp } from "./harness/smtp.ts";
import { waitFor } from "./harness/wait.ts";

Deno.test("a worker that reaches its settings' hosts alone sends mails by name, and webhooks anywhere", async () => {
  await using smtp = await startSmtp();
  await using receiver = startReceiver();
  await using test = await apiTest({
    worker: false,
    settings: { SMTP_URL: `smtp://localhost:${smtp.port}` },
  });
  const { api, test: { services, env } } = test;
  const { body: webhook } = await api.call("POST", "/webhooks", {
    json: { url: receiver.url, events: ["job.created"] },
  });
  await api.call("POST", `/webhooks/${webhook.id}/test`);
  await services.db.transaction().execute((trx) =>
    queueMail(trx, {
      kind: "invitation",
      to: "eva@example.com",
      language: "en",
      params: { workspace: "Bakker", inviter: "Olga" },
      userId: null,
      workspaceId: null,
    })
  );
  const worker = await startWorker(env);
  try {
    await waitFor("the mail to be taken", () => Promise.resolve(smtp.taken.length > 0));
    await waitFor("the webhook to be told", () => Promise.resolve(receiver.received.length > 0));
  } finally {
    await worker.stop(30_000);
  }
  assert.deepEqual(smtp.taken.map(({ to }) => to), [["eva@example.com"]]);
  assert.deepEqual(receiver.received.map(({ body }) => JSON.parse(body).type), ["webhook.test"]);
});
