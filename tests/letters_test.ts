import assert from "node:assert/strict";
import { signIn } from "../lib/accounts/sessions.ts";
import { deliverLetter } from "../lib/hiring/letter_delivery.ts";
import {
  type ApiTest,
  apiTest,
  type Caller,
  type Json,
  until,
  untilRanked,
} from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { startSmtp, type TestSmtp } from "./harness/smtp.ts";

const JOB = {
  title: "Verpleegkundige",
  description: [
    "Functie-eisen:",
    "- BIG-registratie",
    "- Wondzorg",
    "- Jonge hond",
    "- Empathisch",
    "- Rijbewijs B",
  ].join("\n"),
};

const RESUME = [
  "Noor Jansen",
  "noor@example.com",
  "",
  "Werkervaring",
  "Verpleegkundige, Ziekenhuis Noord",
  "januari 2015 - december 2024",
  "- Wondzorg op de afdeling chirurgie",
  "- BIG-registratie sinds 2014",
].join("\n");

const mailSettings = ({ port }: TestSmtp) => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "Talent <mail@talent.test>",
});

/** A job with one résumé that is judged; what a letter about it starts from. */
async function judged({ api }: ApiTest): Promise<{ jobId: string; resumeId: string }> {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: added } = await api.upload(job.id, { "noor.txt": RESUME });
  await untilRanked(api, job.id);
  return { jobId: job.id, resumeId: added.data[0].id };
}

async function draft(api: Caller, resumeId: string, query: string): Promise<Json> {
  const { status, body } = await api.call("GET", `/resumes/${resumeId}/letter_draft?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

function send(api: Caller, resumeId: string, letter: Json, change: Json = {}) {
  const { kind, language, recipient, subject, text, draft_key } = letter;
  const json = { kind, language, recipient, subject, text, draft_key, ...change };
  return api.call("POST", `/resumes/${resumeId}/letters`, { json });
}

function decide(api: Caller, resumeId: string, decision: string) {
  const reason = decision === "rejected" ? { reason_code: "other_chosen" } : {};
  const json = { resumes: [{ id: resumeId }], to: { decision }, ...reason };
  return api.call("POST", "/moves", { json });
}

async function untilEnded(api: Caller, id: string): Promise<Json> {
  const { body } = await until(
    () => api.call("GET", `/letters/${id}`),
    ({ body }) => body.state !== "waiting",
  );
  return body;
}

Deno.test("a rejection goes out once, after a person has decided, as that person wrote it", async () => {
  await using smtp = await startSmtp();
  await using test = await apiTest({ settings: mailSettings(smtp) });
  const { api } = test;
  const { jobId, resumeId } = await judged(test);

  const first = await draft(api, resumeId, "kind=missing");
  assert.deepEqual([first.language, first.recipient, first.reply_to, first.hold], [
    "nl",
    "noor@example.com",
    "olga@example.com",
    "not_rejected",
  ]);
  assert.equal(first.subject, "Over je sollicitatie als Verpleegkundige");
  assert.match(first.text, /^Beste Noor Jansen,/);
  assert.match(first.text, /voor een deel in je cv\.\n- Rijbewijs B\n/);
  assert.match(first.text, /vonden we wel:\n(?:- .*\n)*- BIG-registratie\n/);
  // Nothing of scores, of character, or of age.
  assert.doesNotMatch(first.text, /score|\d ?%|YES|NO\b|hond|empath/i);
  const english = await draft(api, resumeId, "kind=rejection&language=en");
  assert.match(english.text, /^Dear Noor Jansen,/);

  assert.equal((await send(api, resumeId, first)).status, 409, "nobody has decided");
  const { body: { key } } = await api.call("POST", "/api_keys", {
    json: { name: "Program", scopes: ["decisions:write", "resumes:read"] },
  });
  assert.equal((await decide(test.as(key), resumeId, "rejected")).status, 200);
  assert.equal((await send(api, resumeId, first)).status, 409, "a program has decided");
  await decide(api, resumeId, "undecided");
  assert.equal((await decide(api, resumeId, "rejected")).status, 200);
  assert.equal((await draft(api, resumeId, "kind=missing")).hold, null);
  const accepting = await send(api, resumeId, first, { kind: "acceptance" });
  assert.equal(accepting.status, 409, "who is rejected is not accepted");

  const text = `${first.text}\n\nPS: dank voor het gesprek.`;
  const [one, two] = await Promise.all([
    send(api, resumeId, first, { text }),
    send(api, resumeId, first, { text }),
  ]);
  assert.deepEqual([one.status, two.status], [202, 202]);
  assert.equal(one.body.id, two.body.id, "a form that is sent twice sends one letter");
  const sent = await untilEnded(api, one.body.id);
  assert.deepEqual([sent.state, sent.text, sent.sender.name, sent.job.title], [
    "sent",
    text,
    "Olga Owner",
    "Verpleegkundige",
  ]);
  // Whoever runs the task again sends nothing.
  await deliverLetter(test.test.services, { letterId: sent.id }, () => "");
  assert.equal(smtp.taken.length, 1);
  const [mail] = smtp.taken;
  assert.deepEqual(mail?.to, ["noor@example.com"]);
  assert.match(mail?.source ?? "", /^Reply-To: olga@example\.com/m);
  assert.match(mail?.source ?? "", new RegExp(`^Message-ID: <${sent.id}@`, "m"));
  assert.match(mail?.source ?? "", /<li ?>Rijbewijs B<\/li>/);
  assert.doesNotMatch(mail?.source ?? "", /auto-generated/i);

  const candidate = sent.candidate_id;
  const { body: letters } = await api.call("GET", `/candidates/${candidate}/letters`);
  assert.deepEqual(letters.data.map(({ id }: Json) => id), [sent.id]);
  const { body: activity } = await api.call("GET", `/jobs/${jobId}/activity?kind=letters`);
  assert.deepEqual(
    activity.data.map(({ action, user_name }: Json) => [action, user_name]),
    [["letter.sent", "Olga Owner"]],
  );
  const { body: log } = await api.call("GET", "/audit_log?action=letter.sent");
  assert.doesNotMatch(JSON.stringify(log), /gesprek|noor@/, "what it says is not in the log");
  assert.equal((await api.call("DELETE", `/candidates/${candidate}`)).status, 204);
  assert.equal((await api.call("GET", `/letters/${sent.id}`)).status, 404, "gone with the person");
});

/** Opens pages and sends forms as a browser without scripts; redirects are not followed. */
async function browserOf({ test, url }: ApiTest, login: string) {
  const credentials = { login, password: PASSWORD, address: "local", userAgent: null };
  const { token } = await signIn(test.services, credentials);
  const headers = { cookie: `${sessionCookieName(test.config)}=${token}`, origin: url };
  return async (path: string, fields?: Readonly<Record<string, string>>) => {
    const sent = fields ? { method: "POST", body: new URLSearchParams(fields) } : {};
    const response = await fetch(url + path, { redirect: "manual", headers, ...sent });
    const body = await response.text();
    return { status: response.status, location: response.headers.get("location") ?? "", body };
  };
}

/** What the field of a drawn form holds. */
function fieldOf(body: string, name: string): string {
  const found = new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body) ??
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(body);
  assert.ok(found, `no field ${name}`);
  return (found[1] ?? "").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
}

Deno.test("a letter is drafted, seen before it goes, and sent by plain forms", async () => {
  await using smtp = await startSmtp();
  await using test = await apiTest({ settings: mailSettings(smtp) });
  const { api } = test;
  const { resumeId } = await judged(test);
  const open = await browserOf(test, "olga");
  const here = `/resumes/${resumeId}/letter`;
  const own = "/settings/letters/rejection-nl";

  const wrong = await open(own, { subject: "Over {score}", text: "Beste {name}," });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /This stands for nothing: {score}/);
  const template = { subject: "Nieuws over {job}", text: "Dag {name},\r\n\r\n{sender}" };
  const seen = await open(`${own}/preview`, template);
  assert.match(seen.body, /Dag Noor Jansen,/);
  assert.doesNotMatch((await open(own)).body, /Nieuws over/, "a preview keeps nothing");
  assert.equal((await open(own, template)).location, `${own}?done=saved`);

  const early = await open(`${here}?kind=rejection`);
  assert.match(early.body, /once a person has rejected the candidate/);
  const letter = {
    kind: "rejection",
    language: "nl",
    draftKey: fieldOf(early.body, "draftKey"),
    recipient: fieldOf(early.body, "recipient"),
    subject: fieldOf(early.body, "subject"),
    text: fieldOf(early.body, "text"),
  };
  assert.equal(letter.subject, "Nieuws over Verpleegkundige");
  assert.equal((await open(`${here}/send`, letter)).status, 409, "nobody has decided");
  await decide(api, resumeId, "rejected");

  const text = "Dag Noor,\n\nHelaas <b>niet</b>.";
  const typo = await open(`${here}/preview`, { ...letter, text, recipient: "noor" });
  assert.equal(typo.status, 422);
  assert.match(typo.body, /Helaas &lt;b/, "what was typed stays");
  const preview = await open(`${here}/preview`, { ...letter, text });
  assert.match(preview.body, /Nothing has been sent yet/);
  assert.match(preview.body, /<p>Helaas &lt;b>?(&gt;)?niet/);
  assert.equal(smtp.taken.length, 0);
  const { status, location } = await open(`${here}/send`, { ...letter, text });
  assert.equal(status, 303);
  assert.equal((await open(`${here}/send`, { ...letter, text })).status, 303, "and once more");
  const person = await until(
    () => open(location.split("#")[0] ?? ""),
    ({ body }) => /Rejection<\/b>[^<]*<span>Sent/.test(body),
  );
  assert.match(person.body, /To noor@example\.com/);
  assert.equal(smtp.taken.length, 1);
  assert.match((await open(here)).body, /Olga Owner sent such a letter/);

  assert.equal((await open(`${own}/restore`, {})).location, `${own}?done=restored`);
  assert.equal(
    (await draft(api, resumeId, "kind=rejection")).subject,
    "Je sollicitatie als Verpleegkundige",
  );

  const viewer = await test.addPerson("viewer", "same");
  const look = await browserOf(test, viewer.actor.name.toLowerCase().replace(" ", ""));
  assert.equal((await look(here)).status, 403);
  assert.equal((await look(`${here}/send`, letter)).status, 403);
  assert.equal((await look(own, template)).status, 403);
  assert.doesNotMatch((await look(own)).body, /<textarea/);
  assert.equal((await open("/settings/letters/threat-nl")).status, 404);
});

Deno.test("a letter that the mail server refuses says so; what is no letter is refused", async () => {
  await using smtp = await startSmtp(() => 550);
  await using test = await apiTest({ settings: mailSettings(smtp) });
  const { api } = test;
  const { resumeId } = await judged(test);
  await decide(api, resumeId, "shortlisted");
  const letter = await draft(api, resumeId, "kind=acceptance");
  assert.deepEqual([letter.hold, letter.kind], [null, "acceptance"]);
  const wrong: Json[] = [
    { recipient: "noor" },
    { recipient: null },
    { subject: "Two\nBcc: others@example.com" },
    { subject: "" },
    { text: " " },
    { text: "x".repeat(10_001) },
    { language: "fr" },
    { kind: "threat" },
    { draft_key: "1" },
    { cc: "others@example.com" },
  ];
  for (const change of wrong) {
    const { status } = await send(api, resumeId, letter, change);
    assert.equal(status, 422, JSON.stringify(change));
  }
  const { body } = await send(api, resumeId, letter);
  const ended = await untilEnded(api, body.id);
  assert.deepEqual([ended.state, ended.error], ["refused", "The mail server answered 550"]);
  assert.deepEqual(smtp.taken, []);

  const manager = await test.addPerson("hiring_manager", "same");
  assert.equal((await send(manager, resumeId, letter)).status, 403);
  assert.equal((await manager.call("GET", `/letters/${body.id}`)).status, 200);
});

Deno.test("templates are written and restored by the API, and a draft begins with them", async () => {
  await using test = await apiTest();
  const { api } = test;
  const path = "/letter_templates/missing/en";
  const list = async () => (await api.call("GET", "/letter_templates")).body.data;
  const before: Json[] = await list();
  assert.deepEqual(before.map(({ is_own }) => is_own), before.map(() => false));
  const own = { subject: "About {job}", text: "Dear {name},\n\nNot found:\n{missing}\n\n{sender}" };
  const written = await api.call("PUT", path, { json: own });
  const expected = { kind: "missing", language: "en", ...own, is_own: true };
  assert.deepEqual([written.status, written.body], [200, expected]);
  assert.ok((await list()).some((one: Json) => one.is_own && one.subject === "About {job}"));

  const { body: job } = await api.call("POST", "/jobs", {
    json: { title: "Projectleider", description: "Eisen:\n- Projectmanagement\n- Flurbisme" },
  });
  const requirements = [{ name: "Projectmanagement" }, { name: "Flurbisme" }];
  await api.call("PUT", `/jobs/${job.id}/requirements`, { json: { requirements } });
  const { body: added } = await api.upload(job.id, { "noor.txt": "Noor Vos\nnoor@example.org\n" });
  await untilRanked(api, job.id);
  const letter = await draft(api, added.data[0].id, "kind=missing&language=en");
  assert.equal(letter.subject, "About Projectleider");
  assert.match(letter.text, /Not found:\n- project management\n- Flurbisme\n/);

  const wrong = await api.call("PUT", path, { json: { ...own, text: "Dear {nickname}" } });
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, "/text"]);
  assert.equal((await api.call("PUT", "/letter_templates/threat/en", { json: own })).status, 404);
  const restored = await api.call("DELETE", path);
  assert.deepEqual([restored.status, restored.body.is_own], [200, false]);
  assert.deepEqual(await list(), before);
});

Deno.test("letters to several people are drafted at once, changed or left out, and sent once", async () => {
  await using smtp = await startSmtp();
  await using test = await apiTest({ settings: mailSettings(smtp) });
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const person = (name: string) =>
    RESUME.replace("Noor", name).replace("noor@", `${name.toLowerCase()}@`);
  const { body: added } = await api.upload(job.id, {
    "a.txt": person("Noor"),
    "b.txt": person("Sanne"),
    "c.txt": person("Lotte"),
    "d.txt": person("Femke"),
  });
  await untilRanked(api, job.id);
  const [noor, sanne, lotte, femke]: string[] = added.data.map(({ id }: Json) => id);
  assert.ok(noor && sanne && lotte && femke);
  const open = await browserOf(test, "olga");
  const here = `/jobs/${job.id}/letters?kind=rejection`;
  assert.match((await open(here)).body, /Nobody is waiting for such a letter/);
  for (const id of [noor, sanne, lotte]) await decide(api, id, "rejected");

  const { body } = await open(here);
  assert.ok(!body.includes(femke), "nobody decided about her");
  const parts = ["draftKey", "language", "recipient", "subject", "text"];
  const form = Object.fromEntries([noor, sanne, lotte].flatMap((id) => [
    ...parts.map((part) => [`${part}.${id}`, fieldOf(body, `${part}.${id}`)]),
    [`send.${id}`, "on"],
  ]));
  assert.equal(form[`recipient.${sanne}`], "sanne@example.com");
  const { [`send.${lotte}`]: _, ...chosen } = { ...form, [`text.${noor}`]: "Dag Noor" };
  const wrong = await open(here, { ...chosen, [`recipient.${sanne}`]: "sanne" });
  assert.equal(wrong.status, 422);
  assert.equal(fieldOf(wrong.body, `recipient.${sanne}`), "sanne");
  assert.equal(fieldOf(wrong.body, `text.${noor}`), "Dag Noor");
  assert.deepEqual(smtp.taken, [], "none goes where one is wrong");

  const sent = await open(here, chosen);
  assert.deepEqual([sent.status, sent.location], [303, `${here}&sent=2&unsent=0`]);
  await open(here, chosen); // The same form once more.
  await until(async () => await Promise.resolve(smtp.taken.length), (count) => count >= 2);
  const after = await open(sent.location);
  assert.match(after.body, /2 letters are on their way\./);
  assert.ok(!after.body.includes(`send.${noor}`), "she has hers");
  assert.ok(after.body.includes(`send.${lotte}`), "she was left out, and may still get one");
  const kept = await test.test.services.db.selectFrom("letters").select("id").execute();
  assert.equal(kept.length, 2);

  // Decided otherwise while the form was open: that one stays, the other goes.
  await decide(api, femke, "rejected");
  const late = await open(here);
  const both = Object.fromEntries([lotte, femke].flatMap((id) => [
    ...parts.map((part) => [`${part}.${id}`, fieldOf(late.body, `${part}.${id}`)]),
    [`send.${id}`, "on"],
  ]));
  await decide(api, femke, "shortlisted");
  assert.equal((await open(here, both)).location, `${here}&sent=1&unsent=1`);

  // The language may be chosen for all of them, and left to each résumé again.
  await decide(api, lotte, "shortlisted");
  const accept = `/jobs/${job.id}/letters?kind=acceptance`;
  const english = await open(`${accept}&language=en`);
  assert.equal(fieldOf(english.body, `language.${femke}`), "en");
  assert.equal(fieldOf((await open(accept)).body, `language.${femke}`), "nl");
  const board = await open(`/jobs/${job.id}/board`);
  assert.ok(board.body.includes(`href="/jobs/${job.id}/letters"`), "the board leads there");

  await letApiSend(test, { job: job.id, shortlisted: [femke, lotte], rejected: noor });

  const viewer = await test.addPerson("viewer", "same");
  const look = await browserOf(test, viewer.actor.name.toLowerCase().replace(" ", ""));
  assert.equal((await look(here)).status, 403);
  assert.equal((await look(here, both)).status, 403);
});

/** The same by the API: drafted in one language, sent at once, what cannot go is told. */
async function letApiSend(
  { api }: ApiTest,
  { job, shortlisted, rejected }: { job: string; shortlisted: string[]; rejected: string },
): Promise<void> {
  const drafted = await api.call("GET", `/jobs/${job}/letter_drafts?kind=acceptance&language=en`);
  assert.equal(drafted.status, 200, JSON.stringify(drafted.body));
  assert.equal(drafted.body.has_more, false);
  assert.deepEqual(
    drafted.body.data.map((one: Json) => [one.resume_id, one.language, one.hold]).sort(),
    shortlisted.map((id) => [id, "en", null]).sort(),
  );
  const letters: Json[] = drafted.body.data.map((
    { resume_id, kind, language, recipient, subject, text, draft_key }: Json,
  ) => ({ resume_id, kind, language, recipient, subject, text, draft_key }));
  const post = (json: Json) => api.call("POST", `/jobs/${job}/letters`, { json });

  const stranger = { ...letters[0], resume_id: crypto.randomUUID() };
  assert.equal((await post({ letters: [...letters, stranger] })).status, 404);
  assert.equal((await post({ letters: [] })).status, 422);
  assert.equal((await post({ letters: [letters[0], letters[0]] })).status, 422, "one each");
  const many = Array.from(
    { length: 21 },
    () => ({ ...letters[0], resume_id: crypto.randomUUID() }),
  );
  assert.equal((await post({ letters: many })).status, 422);
  const again = await api.call("GET", `/jobs/${job}/letter_drafts?kind=acceptance`);
  assert.equal(again.body.data.length, shortlisted.length, "none went with a wrong one");

  const undecided = { ...letters[0], resume_id: rejected, draft_key: crypto.randomUUID() };
  const sent = await post({ letters: [...letters, undecided] });
  assert.equal(sent.status, 202, JSON.stringify(sent.body));
  assert.deepEqual(
    sent.body.sent.map((one: Json) => one.resume_id).sort(),
    [...shortlisted].sort(),
  );
  assert.deepEqual(sent.body.unsent.map((one: Json) => one.resume_id), [rejected]);
  assert.match(sent.body.unsent[0].message, /not shortlisted/);
  const twice = await post({ letters });
  const ids = ({ body }: Json) => body.sent.map(({ id }: Json) => id).sort();
  assert.deepEqual(ids(twice), ids(sent), "sent once");
}
