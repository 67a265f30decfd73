import { createApiKey, getApiKey } from "../lib/accounts/api_keys.ts";
import type { Person } from "../lib/accounts/principal.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { listJobs } from "../lib/hiring/job_list.ts";
import { createJob, getJob } from "../lib/hiring/jobs.ts";
import type { Db } from "../lib/platform/database.ts";
import { startWeb } from "../tests/harness/processes.ts";
import { type TestServices, testServices } from "../tests/harness/services.ts";
import { planRead, type ReadPlan } from "./bare/read_plan.ts";
import { startBare } from "./bare/start.ts";
import { type Figure, median, type Part, type RunningServer } from "./figure.ts";
import { compare, ROUNDS } from "./http/in_turns.ts";
import { loadServer } from "./http/load.ts";
import { processUse } from "./http/process_use.ts";
import { makeOwner } from "./owner.ts";

const CONNECTIONS = 32;
const SECONDS = 5;
const WARM_UP = 30_000;
const JOBS = 50;
const MANY = 100_000;

/** Authenticated reads over HTTP. */
export const reads: Part = {
  name: "reads",
  title: "Reads over the API",
  how:
    `One web process with ${CONNECTIONS} requests under way, of as many sign-ins; in turn with ` +
    "the least program on Deno.serve that checks the token, counts the call by the same script and " +
    "asks PostgreSQL the same queries for each call (or Redis for what is kept), and writes their " +
    `rows as JSON. ${ROUNDS} rounds of ${SECONDS} seconds after ` +
    `${WARM_UP.toLocaleString("en")} requests of each to warm up (a third of them for the list), ` +
    "since the engine compiles what it runs often, and more of it where there is more code; the " +
    "medians. Where the spreads overlap, the processor time of one request decides. " +
    `Memory: before and after ${MANY.toLocaleString("en")} requests of a warm server.`,
  measure,
  measureAt,
};

interface Read {
  readonly name: string;
  readonly path: string;
  readonly plan: ReadPlan;
  /** What of the least program's requests per second is to be reached. */
  readonly goal: number;
  readonly isList?: boolean;
}

async function measure(): Promise<Figure[]> {
  const unlimited = {
    DEFAULT_RATE_LIMIT_LIMIT: "1000000",
    DEFAULT_RATE_LIMIT_PERIOD: "1",
    DATABASE_POOL_SIZE: "10",
  };
  await using test = await testServices(unlimited);
  const { tokens, all } = await prepare(test);
  const web = await startWeb({ ...test.env, LOG_LEVEL: "error" });
  const figures: Figure[] = [];
  try {
    for (const { name, path, plan, goal, isList } of all) {
      await using bare = await startBare("read", { ...test.env, BARE_PLAN: JSON.stringify(plan) });
      const load = { tokens, connections: CONNECTIONS, duration: SECONDS };
      figures.push(
        ...await compare(
          name,
          [
            {
              name: "the product",
              pid: web.pid,
              load: { ...load, url: `${web.url}/api/v1${path}` },
            },
            { name: "the least program", pid: bare.pid, load: { ...load, url: `${bare.url}/` } },
          ],
          { amount: isList ? WARM_UP / 3 : WARM_UP },
          goal,
        ),
      );
    }
    figures.push(...await memoryOf(web, `${web.url}/api/v1${all[0]?.path}`, tokens));
  } finally {
    await web.stop(5000);
  }
  return figures;
}

async function prepare({ services, config }: TestServices) {
  const { db, redis } = services;
  const owner = await makeOwner(db);
  const { userId, workspaceId } = owner;
  const signIns = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => openTokenFamily(services, { userId, workspaceId })),
  );
  const tokens = signIns.map(({ accessToken }) => accessToken);
  const key = await createApiKey(owner, db, {
    name: "Bench",
    mode: "live",
    scopes: ["jobs:read"],
    expiresAt: null,
  });
  const jobs = await makeJobs(owner, db);
  const plan = (read: Parameters<typeof planRead>[2]) => planRead(config, tokens[0] ?? "", read);
  const job = jobs[0] ?? "";
  const kept = await plan((actor, db) => getJob(actor, db, job));
  const body = JSON.stringify(await getJob(owner, db, job));
  const keptKeys = ["value", "tag", "other-tag"].map((name) => `${redis.prefix}bare:${name}`);
  await redis.cache.mSet(keptKeys.map((name) => [name, body] as [string, string]));
  const all: Read[] = [
    {
      name: "One by its id",
      path: `/api_keys/${key.id}`,
      plan: await plan((actor, db) => getApiKey(actor, db, key.id)),
      goal: 0.8,
    },
    {
      name: "One from the cache",
      path: `/jobs/${job}`,
      plan: { ...kept, read: [], keptKeys },
      goal: 0.7,
    },
    {
      name: `List of ${JOBS}`,
      isList: true,
      goal: 0.8,
      path: `/jobs?items_per_page=${JOBS}`,
      plan: await plan((actor, db) => listJobs(actor, db, { page: 1, itemsPerPage: JOBS })),
    },
  ];
  return { tokens, all };
}

async function makeJobs(owner: Person, db: Db): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < JOBS; at++) {
    const description = "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n- Docker";
    ids.push((await createJob(owner, db, { title: `Engineer ${at}`, description })).id);
  }
  return ids;
}

/** The list and its first job of a server with data of its own; nothing stands beside them. */
async function measureAt({ url, token }: RunningServer): Promise<Figure[]> {
  const headers = { authorization: `Bearer ${token}` };
  const list = `${url}/api/v1/jobs?items_per_page=${JOBS}`;
  const { data: [first] } = await (await fetch(list, { headers })).json();
  const paths = [
    [`List of ${JOBS}`, list],
    ...(first ? [["A job", `${url}/api/v1/jobs/${first.id}`]] : []),
  ] as const;
  const figures: Figure[] = [];
  for (const [name = "", path = ""] of paths) {
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const load = { url: path, headers, connections: CONNECTIONS, duration: SECONDS };
      const { requests, seconds } = await loadServer(load);
      rates.push(requests / seconds);
    }
    figures.push({ name, value: median(rates), unit: "per second" });
  }
  return figures;
}

async function memoryOf(
  web: { readonly pid: number },
  url: string,
  tokens: readonly string[],
): Promise<Figure[]> {
  const load = { url, tokens, connections: CONNECTIONS };
  const before = processUse(web.pid);
  await loadServer({ ...load, amount: MANY });
  const after = processUse(web.pid);
  if (!before || !after) return [];
  return [{
    name: `Memory after ${MANY.toLocaleString("en")} requests more`,
    value: after.residentBytes / 1_000_000,
    unit: "MB",
    beside: { name: "before them, in MB", value: before.residentBytes / 1_000_000 },
  }];
}
