import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { BadUse } from "../scripts/local/command.ts";
import { wantedTier } from "../scripts/create_tier.ts";
import { testServices } from "./harness/services.ts";

const SCRIPT = fileURLToPath(new URL("../scripts/create_tier.ts", import.meta.url));

async function createTier(env: Readonly<Record<string, string>>, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", SCRIPT, ...args],
    env,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("create_tier makes the first tier once, and others by flags", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const first = await createTier(test.env);
  assert.deepEqual([first.code, first.stderr], [0, ""]);
  assert.equal(
    first.stdout,
    "Made the tier free: 500 résumés and 20 jobs a month, files of 5368709120 bytes\n",
  );
  const again = await createTier(test.env, "--resumes", "7");
  assert.equal(again.code, 0);
  assert.equal(
    again.stdout,
    "There is a tier free: 500 résumés and 20 jobs a month, files of 5368709120 bytes\n",
  );
  const other = await createTier(
    { ...test.env, TIER_NAME: "gold" },
    "--resumes",
    "none",
    "--jobs",
    "3",
    "--storage",
    "none",
  );
  assert.equal(
    other.stdout,
    "Made the tier gold: any number of résumés and 3 jobs a month, files of STORAGE_QUOTA_BYTES\n",
  );
  const tiers = await db.selectFrom("tiers").select("name").orderBy("name").execute();
  assert.deepEqual(tiers.map(({ name }) => name), ["free", "gold"]);
  const given = await db.selectFrom("workspaces").select("id").where("tierId", "is not", null)
    .execute();
  assert.deepEqual(given, [], "nobody is given it");
});

Deno.test("create_tier asks for what it makes when nothing is given", () => {
  const asked: string[] = [];
  const answers = ["gold", "none", "3", "none"];
  const tier = wantedTier({}, "free", (question, fallback) => {
    asked.push(`${question} ${fallback}`);
    return answers[asked.length - 1] ?? "";
  });
  assert.deepEqual(tier, {
    name: "gold",
    monthlyResumes: null,
    monthlyJobs: 3,
    storageBytes: null,
  });
  assert.deepEqual(asked, [
    "Name of the tier: free",
    "Résumés a month (or none): 500",
    "Jobs a month (or none): 20",
    "Bytes of its files (or none): 5368709120",
  ]);
  const nobody = () => assert.fail("asks although something was given");
  assert.deepEqual(wantedTier({ jobs: "7" }, "free", nobody), {
    name: "free",
    monthlyResumes: 500,
    monthlyJobs: 7,
    storageBytes: 5_368_709_120,
  });
  for (const given of [{ name: "two words" }, { jobs: "many" }]) {
    assert.throws(() => wantedTier(given, "free", nobody), BadUse);
  }
});

Deno.test("create_tier refuses bad use with 2", async () => {
  const { code, stderr } = await createTier({}, "gold");
  assert.equal(code, 2);
  assert.match(stderr, /deno task create_tier/);
});
