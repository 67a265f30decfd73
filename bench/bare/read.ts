/**
 * The least that an authenticated read can be: checks the token once, counts each call, asks PostgreSQL
 * what the product asks (or Redis, when what it kept is there), writes JSON.
 */
import { jwtVerify } from "jose";
import { keyRing } from "../../lib/accounts/signing_keys.ts";
import { loadConfig } from "../../lib/platform/config.ts";
import { openPostgres } from "../../lib/platform/database.ts";
import { connectRedis } from "../../lib/platform/redis.ts";
import { SCRIPT, SCRIPT_HASH } from "../../lib/platform/sliding_window_script.ts";
import { WorkspaceWall } from "../../lib/platform/workspace_wall.ts";
import type { ReadPlan, Statement } from "./read_plan.ts";
import { given, serveBare } from "./serve.ts";

const plan = JSON.parse(given("BARE_PLAN")) as ReadPlan;
const config = loadConfig(Deno.env.toObject());
const sql = openPostgres({ ...config.database, isWalled: true });
const wall = new WorkspaceWall(sql);
await wall.learn();
const redis = await connectRedis(config.redis.rateLimitUrl);
await redis.scriptLoad(SCRIPT);
const { signing, algorithm } = await keyRing(config);

/** Behind the same wall as the product: of a workspace, or of "all". */
async function ask(
  { text, values }: Statement,
  workspace = plan.workspaceId,
): Promise<readonly unknown[]> {
  const all = [...values, ...wall.parameterOf(workspace)] as never[];
  return await sql.unsafe(text, all, { prepare: true });
}

async function count(subject: string) {
  return await redis.evalSha(SCRIPT_HASH, {
    keys: [`bare:{${subject}}`],
    arguments: ["1000000000", "60000000", "6000", "1"],
  });
}

/** Tokens that were verified, as the product keeps them. */
const subjects = new Map<string, string>();

async function subjectOf(token: string): Promise<string> {
  const { payload } = await jwtVerify(token, signing.key, { algorithms: [algorithm] });
  subjects.set(token, String(payload.sub));
  return String(payload.sub);
}

serveBare(async (request) => {
  const token = request.headers.get("authorization")?.slice(7) ?? "";
  const subject = subjects.get(token) ?? await subjectOf(token);
  const kept = plan.keptKeys.length > 0 ? redis.mGet([...plan.keptKeys]) : undefined;
  const [[caller]] = await Promise.all([ask(plan.caller, "all"), count(subject)]);
  if (!caller) return new Response(null, { status: 401 });
  const body = kept
    ? (await kept)[0] ?? ""
    : JSON.stringify(await Promise.all(plan.read.map((one) => ask(one))));
  return new Response(body, { headers: { "content-type": "application/json" } });
});
