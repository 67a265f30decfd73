import assert from "node:assert/strict";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";

Deno.test({
  name: "a superuser sees how the queue does, and retries or discards what was given up",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { db } = app.test.services;
  const park = async (error: string) => {
    const { id } = await db.insertInto("tasks").values({
      name: "sample_background_task",
      payload: { message: "Anna de Vries" },
      state: "parked",
      failures: 5,
      error,
      finishedAt: new Date(),
    }).returning("id").executeTakeFirstOrThrow();
    return id;
  };
  const again = await park("Error: Nobody at anna@example.com");
  const away = await park("Error: No toner");
  await db.insertInto("tasks").values({
    name: "read_resume",
    payload: {},
    dueAt: new Date(Date.now() - 90_000),
  }).execute();
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/admin/tasks");
  const figure = (name: string) => page.locator(`[data-figure="${name}"]`).innerText();
  assert.equal(await figure("waiting"), "1");
  assert.match(await figure("oldest"), /^\d+/);
  assert.equal(await figure("parked"), "2");
  const text = await page.locator("main").innerText();
  assert.ok(!/Anna|anna@/.test(text), "nothing about a person");
  assert.match(text, /No toner/);
  await page.locator(`#task-${again}`).getByRole("button", { name: /again/ }).click();
  await waitFor("the page", async () => await figure("parked") === "1");
  await page.locator(`#task-${away}`).getByRole("button", { name: /Discard/ }).click();
  await page.getByText("No task was given up.").waitFor();
  const left = await db.selectFrom("tasks").select("state")
    .where("name", "=", "sample_background_task").execute();
  assert.deepEqual(left.map(({ state }) => state), ["waiting"]);
  assert.match(await page.locator("table").innerText(), /housekeeping[\s\S]*0 \* \* \* \*/);
});
