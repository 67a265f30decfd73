import { type CompiledQuery, sql } from "kysely";
import { listJobs } from "../lib/hiring/job_list.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { type Db, openDatabase, openPostgres } from "../lib/platform/database.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { setWorkspace } from "../lib/platform/workspace_wall.ts";
import { type TestServices, testServices } from "../tests/harness/services.ts";
import { type Figure, median, type Part, seconds } from "./figure.ts";
import { processUse } from "./http/process_use.ts";
import { makeOwner } from "./owner.ts";
import { serversCpuSeconds } from "./servers_use.ts";

const ROUNDS = 9;
const UNDER_WAY = 32;
const JOBS = 50;
const CONNECTIONS = 4;

/** What it costs that PostgreSQL holds workspaces apart. */
export const wall: Part = {
  name: "wall",
  title: "The wall of PostgreSQL",
  how:
    `The same reads as the role of web and worker, each with its workspace, and as the owner of the ` +
    `tables, whom no policy holds back: in turn, ${ROUNDS} rounds, ${UNDER_WAY} under way over ` +
    `${CONNECTIONS} connections, medians. Processor time is that of this process and of the servers ` +
    "together, for one read. Beside them the same wall by a transaction of its own for each read: " +
    "begin and set, read, commit, sent at once.",
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices();
  const { db } = test.services;
  const owner = await makeOwner(db);
  const { workspaceId } = owner;
  let id = "";
  for (let at = 0; at < JOBS; at++) {
    const description = "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n- Docker";
    ({ id } = await createJob(owner, db, { title: `Engineer ${at}`, description }));
  }
  await sql`analyze`.execute(db);
  const pool = { ...test.config.database, poolSize: CONNECTIONS };
  const open = openDatabase(pool);
  const walled = openDatabase({ ...pool, isWalled: true });
  const transactions = new OwnTransactions(test, workspaceId);
  const byIdOf = (from: Db) =>
    from.selectFrom("jobs").select(["id", "title", "description", "createdAt", "updatedAt"])
      .where("workspaceId", "=", workspaceId).where("id", "=", id);
  const byId = (from: Db) => () => byIdOf(from).execute();
  const list = (from: Db) => () => listJobs(owner, from, { page: 1, itemsPerPage: JOBS });
  try {
    return await inWorkspace(workspaceId, async () => [
      ...await compare(test, "One by its id", 5000, {
        "behind the wall": byId(walled),
        "without it": byId(open),
        "by transactions": () => transactions.read(byIdOf(open).compile()),
      }),
      ...await compare(test, `List of ${JOBS} and their count`, 500, {
        "behind the wall": list(walled),
        "without it": list(open),
      }),
    ]);
  } finally {
    await Promise.all([open.destroy(), walled.destroy(), transactions.close()]);
  }
}

interface Run {
  readonly micros: number;
  readonly cpuMicros: number | undefined;
}

async function compare(
  { services }: TestServices,
  name: string,
  amount: number,
  ways: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Figure[]> {
  const runs = new Map(Object.keys(ways).map((way): [string, Run[]] => [way, []]));
  const cpu = async () => {
    const servers = await serversCpuSeconds(services);
    const own = processUse(Deno.pid)?.cpuSeconds;
    return servers === undefined || own === undefined ? undefined : servers + own;
  };
  for (let round = -1; round < ROUNDS; round++) {
    for (const [way, read] of Object.entries(ways)) {
      const before = await cpu();
      const taken = await seconds(() => readMany(read, amount));
      const after = await cpu();
      const used = before === undefined || after === undefined ? undefined : after - before;
      if (round < 0) continue; // to warm up
      runs.get(way)?.push({
        micros: taken * 1e6 / amount,
        cpuMicros: used && used * 1e6 / amount,
      });
    }
  }
  return [...runs].flatMap(([way, own]) => {
    const cpuMicros = own.map((run) => run.cpuMicros).filter((micros) => micros !== undefined);
    return [
      { name: `${name}, ${way}`, value: median(own.map(({ micros }) => micros)), unit: "µs" },
      ...(cpuMicros.length === 0 ? [] : [
        { name: `${name}, ${way}: processor time`, value: median(cpuMicros), unit: "µs" },
      ]),
    ];
  });
}

async function readMany(read: () => Promise<unknown>, amount: number): Promise<void> {
  let left = amount;
  await Promise.all(Array.from({ length: UNDER_WAY }, async () => {
    while (left-- > 0) await read();
  }));
}

type Client = ReturnType<typeof openPostgres>;

/** A transaction for each read on connections of which each has one under way at a time. */
class OwnTransactions {
  readonly #free: Client[];
  readonly #waiting: ((client: Client) => void)[] = [];
  readonly #workspaceId: string;

  constructor({ config }: TestServices, workspaceId: string) {
    this.#workspaceId = workspaceId;
    this.#free = Array.from(
      { length: CONNECTIONS },
      () => openPostgres({ ...config.database, poolSize: 1, isWalled: true }),
    );
  }

  async read({ sql: text, parameters }: CompiledQuery): Promise<unknown> {
    const client = this.#free.pop() ??
      await new Promise<Client>((take) => this.#waiting.push(take));
    try {
      const [, rows] = await Promise.all([
        client.unsafe(`begin; ${setWorkspace(this.#workspaceId)}`),
        client.unsafe(text, [...parameters] as never[], { prepare: true }),
        client.unsafe("commit"),
      ]);
      return rows;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(client);
      else this.#free.push(client);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#free.map((client) => client.end()));
  }
}
