import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import type { Place } from "../lib/platform/storage/byte_store.ts";
import { apiTest, type Json, untilRanked } from "./harness/api.ts";
import {
  CANARY,
  filesWith,
  keysWith,
  objectsWith,
  ok,
  RESUME,
  tablesWith,
  throughEveryFlow,
  untilRemoved,
} from "./harness/canary.ts";
import { JOB } from "./harness/rows.ts";
import { type S3Server, startS3 } from "./harness/s3_server.ts";

const S3 = {
  accessKeyId: "an-id",
  secretAccessKey: "a-secret",
  region: "eu-central-1",
  bucket: "talent",
};

function storingIn(place: Place, s3: S3Server): Record<string, string> {
  if (place !== "s3") return { STORAGE: place };
  return {
    STORAGE: place,
    S3_ENDPOINT: `http://127.0.0.1:${s3.port}`,
    S3_PATH_STYLE: "true",
    S3_REGION: S3.region,
    S3_BUCKET: S3.bucket,
    S3_ACCESS_KEY_ID: S3.accessKeyId,
    S3_SECRET_ACCESS_KEY: S3.secretAccessKey,
  };
}

for (const place of ["postgres", "file", "s3"] as const) {
  Deno.test(`somebody is taken along whole, then erased from every table, cache and file in ${place}`, (t) =>
    takeAlongAndErase(t, place));
}

async function takeAlongAndErase(t: Deno.TestContext, place: Place): Promise<void> {
  await using s3 = startS3(S3);
  await using test = await apiTest({ settings: storingIn(place, s3) });
  const { api, test: { config, services: { db, redis } } } = test;
  const candidate = await throughEveryFlow(test);
  const before = await tablesWith(db, CANARY);
  const folder = config.mail.folder;
  assert.ok(before.length > 15, before.join(", "));
  for (
    const column of [
      ...(place === "postgres" ? ["documents.bytes"] : []),
      "resumes.text",
      "candidates.email",
      "letters.text",
      "mails.recipient",
    ]
  ) {
    assert.ok(before.includes(column), `${column} is among ${before.join(", ")}`);
  }
  assert.ok(before.includes("candidate_requests.text"));
  assert.equal((await filesWith(folder, CANARY)).length, 2, "the letter and the mail, as sent");
  const files = async () => ({
    file: (await filesWith(config.dataDir, CANARY)).filter((path) => !path.startsWith(folder)),
    s3: objectsWith(s3, CANARY),
  });
  const { file, s3: objects } = await files();
  // The same text twice is kept once.
  assert.deepEqual(
    [file.length, objects.length],
    {
      postgres: [0, 0],
      file: [2, 0],
      s3: [0, 2],
    }[place],
  );

  await t.step("the ZIP has all that is kept, and the files", async () => {
    const response = await fetch(`${test.url}/api/v1/candidates/${candidate}/export`, {
      headers: { authorization: `Bearer ${api.token}` },
    });
    assert.equal(response.headers.get("content-type"), "application/zip");
    const zip = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const files = Object.keys(zip).filter((name) => name.startsWith("files/"));
    assert.equal(files.length, 3);
    assert.equal(new TextDecoder().decode(zip[files[0] ?? ""]), RESUME);
    const data = JSON.parse(new TextDecoder().decode(zip["person.json"]));
    assert.equal(data.person.length, 3);
    assert.deepEqual([data.notes.length, data.letters.length, data.tags.length], [1, 1, 1]);
    const [resume] = data.resumes.filter(({ overrides }: Json) => overrides.length > 0);
    assert.equal(resume.overrides[0].reason, `As ${CANARY} said`);
    assert.equal(resume.moves[0].reason, `${CANARY} chose another`);
    assert.ok(resume.evaluation.matches.length > 0);
    assert.equal(resume.model_opinions.length, 1);
    assert.equal(data.requests[0].text, `${CANARY} lives elsewhere`);
    assert.equal(data.page_links.length, 1);
    // But in the letter, as it was signed.
    assert.doesNotMatch(
      JSON.stringify({ ...data, letters: [] }),
      /Olga/,
      "nobody of the workspace is named",
    );
  });

  assert.equal((await api.call("DELETE", `/candidates/${candidate}`)).status, 204);
  await t.step("no table has the name in any column", async () => {
    assert.deepEqual(await tablesWith(db, CANARY), []);
  });
  await t.step("no file has it", async () => {
    await untilRemoved(db);
    assert.deepEqual(await filesWith(folder, CANARY), []);
    assert.deepEqual(await files(), { file: [], s3: [] });
  });
  await t.step("nothing that Redis keeps has it", async () => {
    assert.deepEqual(await keysWith(redis, CANARY), []);
  });
  await t.step("nobody finds them, and the log is whole", async () => {
    assert.equal((await api.call("GET", `/candidates/${candidate}`)).status, 404);
    const found = await ok(test, "GET", `/search?q=${CANARY}`);
    assert.doesNotMatch(JSON.stringify(found), new RegExp(`Mira ${CANARY}`));
    await sealAuditLog(db);
    assert.deepEqual((await verifyAuditLog(db)).faults, []);
  });
}

Deno.test("an account that is erased takes the files of its workspace along", async () => {
  await using test = await apiTest({ settings: { STORAGE: "file" } });
  const { config, services: { db } } = test.test;
  const noor = await test.addPerson("owner", "own");
  const { body: job } = await noor.call("POST", "/jobs", { json: JOB });
  await noor.upload(job.id, { "cv.txt": RESUME });
  await untilRanked(noor, job.id);
  assert.equal((await filesWith(`${config.dataDir}/files`, CANARY)).length, 1);
  const { username } = await db.selectFrom("users").select("username")
    .where("id", "=", noor.actor.userId).executeTakeFirstOrThrow();
  assert.equal((await test.api.call("DELETE", `/db_user/${username}`)).status, 204);
  await untilRemoved(db);
  assert.deepEqual(await filesWith(config.dataDir, CANARY), []);
  assert.deepEqual(await tablesWith(db, CANARY), []);
});
