import assert from "node:assert/strict";
import { signIn } from "../lib/accounts/sessions.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

const JOB = { title: "Accountant", description: "Requirements:\n- Exact" };

const TEXT = [
  "Lena Berg",
  "Work experience",
  "Accountant, Tidewater Bank, Utrecht, 2016 - 2020",
  "- Closed the books with Exact",
  "Waiter, De Kroon, Zwolle, 2014 - 2016",
  "- Served guests",
  "Languages",
  "Dutch: native",
].join("\n");

const METRICS = [
  { name: "Time per job", metric: { measure: "tenure", full: 4, part: 3 } },
  { name: "In the trade", metric: { measure: "years_in_field", of: ["accountant"], full: 4 } },
  { name: "Place", level: "nice_to_have", metric: { measure: "place", of: ["Zwolle"] } },
  { name: "Words", metric: { measure: "keywords", of: ["Exact", "SAP"], full: 2, part: 1 } },
];

async function judged(test: ApiTest) {
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const put = (requirements: readonly unknown[]) =>
    api.call("PUT", `/jobs/${job.id}/requirements`, { json: { requirements } });
  const { status, body: { requirements } } = await put([{ name: "Exact" }, ...METRICS]);
  assert.equal(status, 200);
  const { body: added } = await api.upload(job.id, { "lena.txt": TEXT });
  await untilRanked(api, job.id);
  const evaluation = async () =>
    (await api.call("GET", `/resumes/${added.data[0].id}/evaluation`)).body;
  return { jobId: job.id as string, requirements, put, evaluation };
}

Deno.test("metrics are judged by their thresholds, stand in the receipt, and recompute to the byte", async () => {
  await using test = await apiTest();
  const { requirements, put, evaluation, jobId } = await judged(test);
  const before = await evaluation();
  const verdicts = (of: Json) => of.matches.map(({ match }: Json) => match);
  assert.deepEqual(verdicts(before), ["YES", "PARTIAL", "YES", "YES", "PARTIAL"]);
  assert.match(before.matches[1].reason, /3 years a job on average, across two jobs; 4 years/);
  for (const { evidence } of before.matches) assert.ok(evidence.length > 0);

  const receipt = async () =>
    (await test.api.call("GET", `/evaluations/${before.id}/receipt`)).body.content;
  const { input, sum } = await receipt();
  assert.deepEqual(input.requirements[1].metric, {
    measure: "tenure",
    of: [],
    nearly: [],
    full: 4,
    part: 3,
  });
  assert.ok(!("metric" in input.requirements[0]), "what has none is kept as before");
  assert.deepEqual([sum.terms[1].weight, sum.terms[1].counts], [18, 9]);
  const recompute = async () =>
    (await test.api.call("POST", `/evaluations/${before.id}/recompute`)).body.outcome;
  assert.equal(await recompute(), "equal");

  // A person overrules one; the same measure keeps that, another threshold asks another question.
  await test.api.call("POST", `/evaluations/${before.id}/overrides`, {
    json: { requirement_id: requirements[1].id, match: "YES", reason: "Loyal enough" },
  });
  const kept = requirements.map(({ id, name }: Json) => ({ id, name }));
  await put(kept);
  await untilRanked(test.api, jobId);
  assert.deepEqual(verdicts(await evaluation()), ["YES", "YES", "YES", "YES", "PARTIAL"]);
  const looser = { ...kept[1], metric: { measure: "tenure", full: 5, part: 4 } };
  await put(kept.with(1, looser));
  await untilRanked(test.api, jobId);
  assert.deepEqual(verdicts(await evaluation()), ["YES", "NO", "YES", "YES", "PARTIAL"]);
  assert.equal(await recompute(), "equal");
});

Deno.test("a metric that cannot be judged by is refused, and says which of its fields", async () => {
  await using test = await apiTest({ worker: false });
  const { body: job } = await test.api.call("POST", "/jobs", { json: JOB });
  const refused = async (requirement: Json) => {
    const { status, body } = await test.api.call("PUT", `/jobs/${job.id}/requirements`, {
      json: { requirements: [{ name: "Measure", ...requirement }] },
    });
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors[0].pointer;
  };
  const tenure = { measure: "tenure", full: 2 };
  assert.match(await refused({ metric: { measure: "tenure" } }), /\/metric\/full$/);
  assert.match(await refused({ metric: { ...tenure, part: 3 } }), /\/metric\/part$/);
  assert.match(await refused({ metric: { measure: "place" } }), /\/metric\/of$/);
  assert.match(await refused({ metric: { measure: "wizardry" } }), /\/metric\/measure$/);
  assert.match(await refused({ metric: tenure, kind: "occupation" }), /\/kind$/);
  assert.match(await refused({ metric: tenure, years: 3 }), /\/years$/);
});

Deno.test("the settings of a job add, change and remove a metric without JavaScript", async () => {
  await using test = await apiTest({ worker: false });
  const { body: job } = await test.api.call("POST", "/jobs", { json: JOB });
  const { actor } = await test.addPerson("recruiter", "same");
  const { token } = await signIn(test.test.services, {
    login: actor.name.toLowerCase().replace(" ", ""),
    password: PASSWORD,
    address: "local",
    userAgent: null,
  });
  const send = async (path: string, fields?: Record<string, string>) => {
    const response = await fetch(test.url + path, {
      redirect: "manual",
      headers: { cookie: `${sessionCookieName(test.test.config)}=${token}`, origin: test.url },
      ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
    });
    return {
      status: response.status,
      to: response.headers.get("location"),
      body: await response.text(),
    };
  };
  const settings = `/jobs/${job.id}/settings`;
  const form = {
    measure: "education",
    of: "hbo",
    nearly: "mbo 4",
    full: "",
    part: "",
    name: "",
    level: "required",
    importance: "4",
  };
  const read = async (): Promise<Json> =>
    (await test.api.call("GET", `/jobs/${job.id}`)).body.requirements
      .filter(({ metric }: Json) => metric !== null);

  const wrong = await send(`${settings}/metrics`, { ...form, full: "3" });
  assert.equal(wrong.status, 303);
  const shown = await send(wrong.to ?? "");
  assert.match(shown.body, /<textarea[^>]*id="of-new"[^>]*>hbo<\/textarea>/);
  assert.match(shown.body, /id="full-new-error"/);
  assert.deepEqual(await read(), []);

  assert.equal((await send(`${settings}/metrics`, form)).to, `${settings}?done=saved#metrics`);
  const [made] = await read();
  assert.deepEqual([made.name, made.level, made.kind, made.importance, made.metric], [
    "Education: bachelor's degree",
    "required",
    "hard",
    4,
    { measure: "education", of: ["bachelor"], nearly: ["mbo4"], full: null, part: null },
  ]);
  const change = {
    ...form,
    measure: "total_years",
    of: "",
    nearly: "",
    full: "2,5",
    name: "Years",
  };
  await send(`${settings}/metrics/${made.id}`, change);
  const [changed] = await read();
  assert.deepEqual([changed.id, changed.name, changed.metric.full], [made.id, "Years", 2.5]);
  assert.match((await send(settings)).body, /Years<\/span>/);
  await send(`/jobs/${job.id}/requirements/${made.id}/remove`, {});
  assert.deepEqual(await read(), []);
});
