import assert from "node:assert/strict";
import { apiTest, type Json, untilRanked } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

const JOB = { title: "Developer", description: "Requirements:\n- Python" };

const TEXT = `Jo Jansen
jo@example.com

Experience
Baker, De Halm, Jan 2013 – Dec 2023
- Baked bread

Developer, Acme, Jan 2008 – Dec 2012
- Built services in Python
`;

Deno.test("other half-lives judge all jobs anew, stand in the receipt, and recompute to the byte", async () => {
  await using test = await apiTest();
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await api.call("PUT", `/jobs/${job.id}/requirements`, {
    json: { requirements: [{ name: "Python" }] },
  });
  const { body: added } = await api.upload(job.id, { "jo.txt": TEXT });
  await untilRanked(api, job.id);
  const evaluation = async (): Promise<Json> => {
    await untilRanked(api, job.id);
    return (await api.call("GET", `/resumes/${added.data[0].id}/evaluation`)).body;
  };
  const first = await evaluation();
  assert.equal(first.matches[0].match, "YES");
  const receipt = async () =>
    (await api.call("GET", `/evaluations/${first.id}/receipt`)).body.content.input.half_lives;
  assert.deepEqual(await receipt(), { occupation: 120, tool: null, knowledge: null });

  const { status, body } = await api.call("PATCH", "/workspace/half_lives", { json: { tool: 96 } });
  assert.deepEqual([status, body], [200, { occupation: 120, tool: 96, knowledge: null }]);
  const second = await evaluation();
  assert.equal(second.matches[0].match, "PARTIAL");
  assert.match(second.matches[0].reason, /followed by 11 years of other work/);
  assert.equal((await receipt()).tool, 96);
  const { body: again } = await api.call("POST", `/evaluations/${first.id}/recompute`);
  assert.equal(again.outcome, "equal");

  // The same once more changes nothing, and is no edit.
  const { body: before } = await api.call("GET", `/jobs/${job.id}`);
  await api.call("PATCH", "/workspace/half_lives", { json: { tool: 96 } });
  const { body: after } = await api.call("GET", `/jobs/${job.id}`);
  assert.equal(after.requirements_version, before.requirements_version);
  for (const json of [{ tool: 11 }, { tool: 601 }, { tool: 24.5 }, { wine: 120 }]) {
    const refused = await api.call("PATCH", "/workspace/half_lives", { json });
    assert.equal(refused.status, 422, JSON.stringify(json));
  }
});

Deno.test("the settings set half-lives in years without JavaScript, and show what is wrong", async () => {
  await using test = await apiTest({ worker: false });
  const olga = await visitor(test, "olga");
  const path = "/settings/judging";
  const fields = { occupation: "7,5", tool: "", knowledge: "12" };
  const saved = await olga.send(path, fields);
  assert.deepEqual([saved.status, saved.headers.get("location")], [303, `${path}?done=saved`]);
  await saved.body?.cancel();
  const stored = async () => (await test.api.call("GET", "/workspace/half_lives")).body;
  assert.deepEqual(await stored(), { occupation: 90, tool: null, knowledge: 144 });
  const dutch = await (await olga.open(path, "nl")).text();
  assert.match(dutch, /<input[^>]*id="occupation"[^>]*value="7,5"/);

  const wrong = await olga.send(path, { ...fields, tool: "long" });
  assert.equal(wrong.status, 422);
  const shown = await wrong.text();
  assert.match(shown, /<input[^>]*id="tool"[^>]*value="long"[^>]*aria-invalid="true"/);
  assert.match(shown, /A number of years from 1 to 50, or nothing\./);
  assert.deepEqual(await stored(), { occupation: 90, tool: null, knowledge: 144 });

  const { actor } = await test.addPerson("viewer", "same");
  const reader = await visitor(test, actor.name.toLowerCase().replace(" ", ""));
  const page = await (await reader.open(path)).text();
  assert.match(page, /<input[^>]*id="tool"[^>]*disabled/);
  const refused = await reader.send(path, fields);
  assert.equal(refused.status, 403);
  await refused.body?.cancel();
});
