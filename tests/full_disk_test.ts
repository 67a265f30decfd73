import assert from "node:assert/strict";
import { join } from "node:path";
import { Client } from "../bench/chaos/client.ts";
import { makeFiles, type Sent } from "../bench/chaos/files.ts";
import { mountSmallDisk, type SmallDisk } from "../bench/chaos/small_disk.ts";
import { tallyUp } from "../bench/chaos/tally.ts";
import { startWorld, type World } from "../bench/chaos/world.ts";

/** Enough for a cluster and two segments of its log. */
const DATABASE_MB = 128;
const OTHER_MB = 16;

const probe = await mountSmallDisk(1);
await probe?.[Symbol.asyncDispose]();

/** Sends each file by a call of its own and answers how the calls ended. */
async function sendEach({ call }: World, jobId: string, files: readonly Sent[]) {
  const answers: { status: number; type: string | null; text: string }[] = [];
  for (const { name, bytes } of files) {
    const form = new FormData();
    form.append("files", new Blob([bytes as BlobPart]), name);
    const response = await call(`/jobs/${jobId}/resumes`, {
      method: "POST",
      body: form,
      headers: { "idempotency-key": `full-${name}` },
    });
    const type = response.headers.get("content-type");
    answers.push({ status: response.status, type, text: await response.text() });
  }
  return answers;
}

/** Makes jobs until there is no room for one more. */
async function fillUp({ call }: World, { accepted }: Client): Promise<void> {
  for (let at = 0; at < 500; at++) {
    const response = await call("/jobs", {
      method: "POST",
      body: JSON.stringify({ title: `Job ${at}`, description: "PostgreSQL ".repeat(100) }),
      headers: { "content-type": "application/json" },
    });
    const body = await response.json();
    if (response.status === 503) return assert.match(body.detail, /no room left|is away/);
    assert.equal(response.status, 201, JSON.stringify(body));
    accepted.jobs.push(body.id);
  }
  assert.fail("There was always room");
}

Deno.test({
  name: "a full disk refuses uploads with 503, loses nothing, and is over once there is room",
  ignore: !probe, // needs the right to mount a disk in memory
  async fn(test) {
    await using database = (await mountSmallDisk(DATABASE_MB))!; // the probe was mounted
    await using redis = (await mountSmallDisk(OTHER_MB))!;
    await using own = (await mountSmallDisk(OTHER_MB))!;
    const disks: Record<string, SmallDisk> = {
      "the folder of files": own,
      "Redis's append-only file": redis,
      "PostgreSQL": database,
    };
    await using world = await startWorld({
      folder: own.folder,
      postgresFolder: database.folder,
      redisFolder: join(redis.folder, "redis"),
      settings: { STORAGE: "file" },
    });
    const client = new Client(world.call);
    await client.post("/webhooks", 201, {
      body: JSON.stringify({ url: world.receiver.url, events: ["resume.evaluated"] }),
      headers: { "content-type": "application/json" },
    });
    const jobId = await client.makeJob("Backend engineer");
    const files = (await makeFiles(40)).filter(({ error }) => error === null).slice(0, 30);
    for (const [at, [name, disk]] of Object.entries(disks).entries()) {
      const share = files.slice(at * 10, at * 10 + 10);
      await test.step(`no room for ${name}`, async () => {
        await disk.fill();
        if (disk === database) await fillUp(world, client);
        const answers = await sendEach(world, jobId, share);
        for (const { status, type, text } of answers) {
          assert.ok([202, 503].includes(status), `${status}: ${text}`);
          if (status === 503) assert.equal(type, "application/problem+json", text);
        }
        const refused = answers.filter(({ status }) => status === 503).length;
        if (disk === own) assert.equal(refused, answers.length);
        if (disk === redis) assert.equal(refused, 0); // nothing but time is lost with Redis
        await disk.free();
        for (const one of share) await client.upload(jobId, [one]);
      });
    }
    const { faults, resumes } = await tallyUp(world, client.accepted, files);
    assert.deepEqual({ faults, resumes }, { faults: [], resumes: 30 });
  },
});
