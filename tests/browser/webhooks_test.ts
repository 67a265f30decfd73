import assert from "node:assert/strict";
import { Webhook as Verifier } from "standardwebhooks";
import { startReceiver } from "../harness/receiver.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";
import { signInAs } from "./people.ts";

Deno.test({
  name: "an owner adds, tests, pauses and removes a webhook without JavaScript",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using receiver = startReceiver();
  receiver.answer = () => new Response("<b>thanks</b>");
  await using app = await browserApp();
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/settings/webhooks");
  await page.fill("#url", "ftp://hooks.example/");
  await page.getByRole("button", { name: "Add webhook" }).click();
  await page.getByText("Nothing can be sent to this URL").waitFor();
  assert.equal(await page.locator("#url").inputValue(), "ftp://hooks.example/", "what was typed");
  await page.fill("#url", receiver.url);
  await page.getByLabel("A job was made").uncheck();
  await page.getByRole("button", { name: "Add webhook" }).click();
  const secret = await page.locator("#secret").inputValue();
  assert.match(secret, /^whsec_/);
  await page.goto("/settings/webhooks");
  assert.equal(await page.locator("#secret").count(), 0, "it is shown once");
  await page.getByRole("link", { name: receiver.url }).click();
  assert.equal(await page.getByLabel("A job was made").isChecked(), false);
  await page.getByRole("button", { name: "Send a test" }).click();
  await page.waitForURL(/#delivery-/);
  await waitFor("the message", () => receiver.received.length === 1);
  const [message] = receiver.received;
  assert.ok(message);
  assert.ok(new Verifier(secret).verify(message.body, Object.fromEntries(message.headers)));
  await waitFor("the log to have it", async () => {
    await page.reload();
    return await page.getByText("Delivered").count() === 1;
  });
  await page.locator("summary", { hasText: "webhook.test" }).click();
  assert.match(await page.getByLabel("What is sent").innerText(), /"type": "webhook.test"/);
  assert.equal(await page.getByLabel("What was answered").innerText(), "<b>thanks</b>");
  await page.getByRole("button", { name: "Send again: webhook.test" }).click();
  await waitFor("it again", () => receiver.received.length === 2);
  await page.getByRole("button", { name: "New secret" }).click();
  assert.notEqual(await page.locator("#secret").inputValue(), secret);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused").waitFor();
  assert.equal(await page.getByRole("button", { name: "Send a test" }).isDisabled(), true);
  await page.getByRole("button", { name: "Make active" }).click();
  await page.getByText("Active", { exact: true }).waitFor();
  await page.getByText("Remove this webhook with its log").click();
  await page.getByRole("button", { name: "Remove webhook" }).click();
  await page.waitForURL("**/settings/webhooks");
  assert.equal(await page.getByRole("link", { name: receiver.url }).count(), 0);
});

Deno.test({
  name: "who is no owner is told who keeps the webhooks",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const page = await signInAs(app, "Piet Vos", "recruiter");
  await page.goto("/settings/webhooks");
  await page.getByText("Only an owner of the workspace").waitFor();
  assert.equal(await page.locator("#url").count(), 0);
});
