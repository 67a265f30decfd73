import assert from "node:assert/strict";
import { apiTest } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

const TEXT = "Ada Aarts, baker for nine years, ovens, dough and early mornings. ada@example.com";

/** Files that a browser would run, were it to show them as a page of this site. */
const ACTIVE = {
  "drawing.svg":
    `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>${TEXT}</text></svg>`,
  "page.html": `<!doctype html><script>alert(1)</script><p onclick="alert(1)">${TEXT}</p>`,
  "plain.txt": `<script>alert(1)</script> ${TEXT}`,
};

Deno.test("files that could run in a page are given as downloads that may do nothing", async () => {
  await using test = await apiTest({ worker: false });
  const { body: job } = await test.api.call("POST", "/jobs", {
    json: { title: "Baker", description: "We look for a baker with five years of experience." },
  });
  const { body } = await test.api.upload(job.id, ACTIVE);
  const olga = await visitor(test, "olga");
  const ids = await test.test.services.db.selectFrom("resumes").select("id").execute();
  assert.ok(ids.length > 0, JSON.stringify(body));
  for (const { id } of ids) {
    const answers = [
      await olga.open(`/resumes/${id}/original`),
      await fetch(`${test.url}/api/v1/resumes/${id}/original`, {
        headers: { authorization: `Bearer ${test.api.token}` },
      }),
    ];
    for (const answer of answers) {
      await answer.body?.cancel();
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get("content-disposition") ?? "", /^attachment/);
      assert.match(
        answer.headers.get("content-security-policy") ?? "",
        /^sandbox; default-src 'none'/,
      );
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
      assert.doesNotMatch(answer.headers.get("content-type") ?? "", /svg|xml/);
    }
  }
});
