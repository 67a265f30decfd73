import assert from "node:assert/strict";
import { signIn } from "../lib/accounts/sessions.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { listStages } from "../lib/hiring/stages.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

/** Opens pages and sends forms as somebody who is signed in; redirects are not followed. */
async function browserOf({ test, url }: ApiTest, login: string) {
  const credentials = { login, password: PASSWORD, address: "local", userAgent: null };
  const { token } = await signIn(test.services, credentials);
  const headers = { cookie: `${sessionCookieName(test.config)}=${token}` };
  return async (path: string, fields?: readonly [string, string][], accept = "text/html") => {
    const response = await fetch(url + path, {
      redirect: "manual",
      headers: { ...headers, accept, origin: url },
      ...(fields
        ? { method: "POST", body: new URLSearchParams(fields.map((one) => [...one])) }
        : {}),
    });
    const body = await response.text();
    return { status: response.status, location: response.headers.get("location"), body };
  };
}

Deno.test("the forms of stages and moves keep out whom the API keeps out", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const job = await createJob(owner, db, {
    title: "Backend engineer",
    description: "Requirements:\n- TypeScript",
  });
  const { body } = await api.upload(job.id, { "a.txt": "Anna One" });
  const resumeIds: string[] = [body.data[0].id];
  const stages = await listStages(owner, db);
  const interview = stages.find(({ key }) => key === "interview")?.id ?? "";
  const { batchId } = await moveResumes(owner, services, { resumeIds, to: { stageId: interview } });
  const viewer = await test.addPerson("viewer", "same");
  const stranger = await test.addPerson("owner", "own");
  const [seeing, other] = await Promise.all(
    [viewer, stranger].map(({ actor }) =>
      browserOf(test, actor.name.toLowerCase().replace(" ", ""))
    ),
  );
  assert.ok(seeing && other);
  const moving: [string, string][] = [["resume", resumeIds[0] ?? ""], ["to", "shortlisted"]];
  const posts: [string, [string, string][]][] = [
    ["/moves", moving],
    [`/moves/${batchId}/undo`, []],
    [`/settings/stages/${interview}/rename`, [["name", "Mine"]]],
    [`/settings/stages/${interview}/place`, [["to", "0"]]],
    [`/settings/stages/${interview}/remove`, []],
  ];
  for (const [path, fields] of posts) {
    assert.equal((await seeing(path, fields)).status, 403, path);
    assert.equal((await other(path, fields)).status, 404, path);
  }
  const adding: [string, string][] = [["name", "Mine"], ["decision", "undecided"]];
  assert.equal((await seeing("/settings/stages/add", adding)).status, 403);
  for (const tab of ["board", "activity"]) {
    assert.equal((await seeing(`/jobs/${job.id}/${tab}`)).status, 200);
    assert.equal((await other(`/jobs/${job.id}/${tab}`)).status, 404);
  }
  const { body: page } = await seeing("/settings/stages");
  assert.ok(!page.includes("/settings/stages/add"), "no form for who may not");
});

Deno.test("POST /moves answers a page that asks for the reason, a redirect, or data", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services: { db } } } = test;
  const job = await createJob(owner, db, {
    title: "Backend engineer",
    description: "Requirements:\n- TypeScript",
  });
  const { body } = await api.upload(job.id, { "a.txt": "Anna One", "b.txt": "Bob Two" });
  const ids: string[] = body.data.map(({ id }: { id: string }) => id);
  const send = await browserOf(test, "olga");
  const both = ids.map((id): [string, string] => ["resume", id]);
  const back: [string, string] = ["back", `/jobs/${job.id}/board?stage=1`];
  const asked = await send("/moves", [...both, ["to", "rejected"], back]);
  assert.equal(asked.status, 200);
  assert.match(asked.body, /Reject 2 candidates/);
  const empty = await send("/moves", [...both, ["to", "rejected"], ["reason_code", ""], back]);
  assert.equal(empty.status, 422);
  const refused = await send("/moves", [...both, ["to", "rejected"]], "application/json");
  assert.deepEqual([refused.status, JSON.parse(refused.body).code], [422, "invalid_input"]);
  const versions = ids.map((id): [string, string] => ["version", `${id}:0`]);
  const code: [string, string] = ["reason_code", "other"];
  const moved = await send("/moves", [...both, ...versions, ["to", "rejected"], code, back]);
  assert.equal(moved.status, 303);
  const place = new URL(moved.location ?? "", test.url);
  assert.equal(place.pathname, `/jobs/${job.id}/board`);
  const batchId = place.searchParams.get("moved");
  const late = await send("/moves", [...both, ...versions, ["to", "undecided"], back]);
  assert.match(late.location ?? "", /left=2/);
  const undone = await send(`/moves/${batchId}/undo`, [], "application/json");
  assert.equal(JSON.parse(undone.body).moved.length, 2);
  assert.equal((await send("/moves", [["resume", "x"], ["to", "rejected"]])).status, 422);
  assert.equal((await send("/moves", [...both, ["to", "nowhere"]])).status, 422);
});
