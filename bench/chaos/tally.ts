import { sql } from "kysely";
import { sealAuditLog } from "../../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../../lib/accounts/audit_verification.ts";
import { connectRedis, disconnectRedis } from "../../lib/platform/redis.ts";
import { waitFor } from "../../tests/harness/wait.ts";
import type { Accepted } from "./client.ts";
import type { Sent } from "./files.ts";
import type { World } from "./world.ts";

/** What became of all that was sent; no faults: nothing was lost and nothing doubled. */
export interface Tally {
  readonly resumes: number;
  readonly evaluations: number;
  readonly tasks: number;
  /** Messages that the receiver of webhooks got, and how many of them it had had before. */
  readonly told: number;
  readonly toldAgain: number;
  /** Entries of the audit log, each proved by the chain of seals. */
  readonly entries: number;
  readonly faults: readonly string[];
}

const PATIENCE_MS = 300_000;

/** Waits until all is done that was accepted, and compares what there is with what must be. */
export async function tallyUp(
  world: World,
  accepted: Accepted,
  files: readonly Sent[],
): Promise<Tally> {
  const faults = [
    ...await openAtLast(world),
    ...accepted.wrong,
    ...await faultsOfResumes(world, accepted, files),
    ...await faultsOfJobs(world, accepted),
    ...await faultsOfTasks(world),
    ...await faultsOfWebhooks(world, files),
  ];
  const log = await sealedLog(world);
  const [counted] = (await sql<{ resumes: number; evaluations: number; tasks: number }>`
    select (select count(*) from resumes) as resumes,
      (select count(*) from evaluations) as evaluations,
      (select count(*) from tasks) as tasks`.execute(world.db)).rows;
  if (!counted) throw new RangeError("The database counts nothing");
  const { received } = world.receiver;
  const ids = new Set(received.map(({ headers }) => headers.get("webhook-id")));
  return {
    ...counted,
    told: received.length,
    toldAgain: received.length - ids.size,
    entries: log.entries,
    faults: [...faults, ...log.faults.map((one) => `audit log: ${JSON.stringify(one)}`)],
  };
}

/** Waits until nothing is open any more, and answers what still is when that takes too long. */
async function openAtLast(world: World): Promise<string[]> {
  let open: string[] = [];
  const isSettled = async () => (open = await findOpen(world)).length === 0;
  await waitFor("every task to be done", isSettled, PATIENCE_MS)
    .catch((error: Error) => open.push(error.message));
  return open;
}

/** What still waits: tasks, and hints in the stream. */
async function findOpen({ db, env }: World): Promise<string[]> {
  const open = await db.selectFrom("tasks").select(["name", "state", "dueAt", "leasedUntil"])
    .where("state", "in", ["waiting", "relayed", "running"]).limit(20).execute()
    .catch(() => ["unknown"]); // the server has only just come back
  const redis = await connectRedis(env.REDIS_URL ?? "");
  try {
    const stream = (await redis.keys("*tasks"))[0];
    const hints = stream === undefined ? 0 : await redis.xLen(stream);
    return [
      ...open.map((one) => `still open: ${JSON.stringify(one)}`),
      ...hints > 0 ? [`${hints} hints are still in the stream`] : [],
    ];
  } finally {
    disconnectRedis(redis);
  }
}

async function faultsOfResumes({ db }: World, { resumes: told }: Accepted, files: readonly Sent[]) {
  const rows = await db.selectFrom("resumes")
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select(["resumes.id", "fileName", "status", "errorCode", "resumes.candidateId"])
    .select("evaluations.id as evaluationId").execute();
  const candidates = await db.selectFrom("candidates").select("id").execute();
  const faults: string[] = [];
  for (const { name, error } of files) {
    const mine = rows.filter(({ fileName }) => fileName === name);
    const [row] = mine;
    const isRight = mine.length === 1 && row?.id === told.get(name) &&
      (error === null
        ? row?.status === "done" && row.evaluationId !== null && row.candidateId !== null
        : row?.status === "failed" && row.errorCode === error && row.evaluationId === null);
    if (!isRight) faults.push(`${name} should be ${error ?? "done"}: ${JSON.stringify(mine)}`);
  }
  const readable = files.filter(({ error }) => error === null).length;
  if (rows.length !== files.length) faults.push(`${rows.length} résumés or evaluations too many`);
  if (candidates.length !== readable) faults.push(`${candidates.length} candidates`);
  return faults;
}

async function faultsOfJobs({ db }: World, { jobs }: Accepted): Promise<string[]> {
  const rows = await db.selectFrom("jobs").select("id").execute();
  const known = new Set(rows.map(({ id }) => id));
  const lost = jobs.filter((id) => !known.has(id)).map((id) => `job ${id} is lost`);
  return rows.length === jobs.length ? lost : [...lost, `${rows.length} jobs of ${jobs.length}`];
}

async function faultsOfTasks({ db }: World): Promise<string[]> {
  const rows = await db.selectFrom("tasks").select(["name", "state", "error"])
    .where("state", "<>", "done").execute();
  return rows.map((row) => `task ${JSON.stringify(row)}`);
}

async function faultsOfWebhooks(
  { db, receiver }: World,
  files: readonly Sent[],
): Promise<string[]> {
  const deliveries = await db.selectFrom("webhookDeliveries")
    .innerJoin("webhookEvents", "webhookEvents.id", "webhookDeliveries.eventId")
    .select(["webhookDeliveries.state", "webhookEvents.type", "webhookEvents.id"]).execute();
  const received = new Set(receiver.received.map(({ body }) => JSON.parse(body).id));
  const late = deliveries.filter(({ id, state }) => state !== "delivered" || !received.has(id));
  const readable = files.filter(({ error }) => error === null).length;
  const wanted = { "resume.evaluated": readable, "resume.failed": files.length - readable };
  return [
    ...late.map((one) => `webhook ${JSON.stringify(one)}`),
    ...Object.entries(wanted).flatMap(([type, count]) => {
      const found = deliveries.filter((one) => one.type === type).length;
      return found === count ? [] : [`${found} events ${type}, and ${count} files`];
    }),
  ];
}

async function sealedLog({ db }: World) {
  await sealAuditLog(db, new AbortController().signal);
  return await verifyAuditLog(db, []);
}
