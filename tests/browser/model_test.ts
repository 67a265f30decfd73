import assert from "node:assert/strict";
import type { Json } from "../harness/api.ts";
import { type Asked, startModel } from "../harness/model.ts";
import { waitFor } from "../harness/wait.ts";
import { findings } from "./axe.ts";
import { type BrowserApp, browserApp } from "./app.ts";
import { fillFew } from "./places.ts";

/** A model that proposes one thing, and is of another mind about everything. */
function answer({ data }: Asked): unknown {
  if (data.posting) {
    const quote = data.posting.split("\n").find((line: string) => line.length > 10);
    return { requirements: [{ name: "Writing things down", level: "nice_to_have", quote }] };
  }
  if (data.reasons) {
    return {
      sentences: data.reasons.map(({ number }: Json) => ({
        number,
        sentence: "So it is written.",
      })),
    };
  }
  return {
    opinions: data.requirements.map(({ number }: Json) => ({ number, verdict: "NO", quotes: [] })),
  };
}

async function answered({ test: { services: { db } } }: BrowserApp): Promise<void> {
  await waitFor("the model to have answered", async () => {
    const rows = await db.selectFrom("modelRequests").select("status").execute();
    return rows.length > 0 && rows.every(({ status }) => status === "done");
  });
}

Deno.test({
  name: "a language model is asked and answered without JavaScript",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using stub = startModel();
  stub.answer = answer;
  await using app = await browserApp({ settings: stub.settings });
  const page = await app.signIn({ javaScriptEnabled: false });
  const { job, strong: evaluation } = await fillFew(app);
  const requirements = `${job}/requirements`;

  await t.step("a proposal becomes a requirement", async () => {
    await page.goto(requirements);
    await page.getByRole("button", { name: "Ask for proposals" }).click();
    await answered(app);
    await page.goto(requirements);
    await page.getByRole("button", { name: "Take Writing things down" }).waitFor();
    await page.getByRole("button", { name: "Take Writing things down" }).click();
    await page.locator('tr.row:has(input[value="Writing things down"])').waitFor();
    assert.equal(await page.getByRole("button", { name: /^Take / }).count(), 0);
    await waitFor("the résumés to be judged anew", async () => {
      const job = await app.test.services.db.selectFrom("jobs").selectAll().executeTakeFirst();
      return job?.rankedVersion === job?.requirementsVersion;
    });
  });

  await t.step(
    "an opinion that differs is a flag, and the reasons stand in both words",
    async () => {
      await page.goto(evaluation);
      await page.getByRole("button", { name: "Ask for a second opinion" }).click();
      await answered(app);
      await page.goto(evaluation);
      await page.getByRole("button", { name: "Say the reasons in plainer words" }).click();
      await answered(app);
      await page.goto(evaluation);
      await page.getByText("Second opinion differs").first().waitFor();
      await page.getByText("So it is written.").first().waitFor();
      await page.getByText(/^The engine’s own words: /).first().waitFor();
      await page.goto(`${job}/ranking?flag=opinion_differs`);
      assert.equal(await page.locator("tr[data-resume]").count(), 1);
    },
  );

  await t.step("what it said is readable by everybody", async () => {
    const seen = await app.signIn();
    for (const path of [evaluation, requirements]) {
      await seen.goto(path);
      assert.deepEqual(await findings(seen), []);
    }
  });

  await t.step("the settings say where texts go", async () => {
    await page.goto("/settings/model");
    await page.getByText(/Texts are sent to 127\.0\.0\.1:\d+ \(model stub-1\)/).waitFor();
    await page.getByText(/tokens used this month, in 3 questions/).waitFor();
  });
});
