import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { startWeb } from "../tests/harness/processes.ts";
import { testServices } from "../tests/harness/services.ts";
import { startBare } from "./bare/start.ts";
import type { Figure, Part } from "./figure.ts";
import { compare, ROUNDS } from "./http/in_turns.ts";

const CONNECTIONS = 8;
const SECONDS = 2;
const WARM_UP = { duration: 10 };
/** What of the bare limit's requests per second is to be reached. */
const GOALS = { signIn: 0.9, task: 0.5 };
const USER = { username: "bench", password: "only for as long as it is measured" };

/** Sign-ins, and tasks handed in, over HTTP. */
export const posts: Part = {
  name: "posts",
  title: "Writes over the API",
  how:
    "In turn with the least program that verifies the same argon2id hash, or adds to a stream of " +
    `Redis. ${ROUNDS} rounds of ${SECONDS} seconds after ${WARM_UP.duration} of each to warm up; the medians. What a task costs ` +
    "beyond the bare stream is that PostgreSQL has written it to the disk before the answer.",
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices({
    DEFAULT_RATE_LIMIT_LIMIT: "1000000",
    DEFAULT_RATE_LIMIT_PERIOD: "1",
  });
  const { db, redis } = test.services;
  const { userId } = await ensureSuperuser(db, {
    ...USER,
    name: "Bench",
    email: "bench@example.com",
  });
  const { passwordHash } = await db.selectFrom("users").select("passwordHash")
    .where("id", "=", userId).executeTakeFirstOrThrow();
  await using argon2 = await startBare("argon2", { BARE_HASH: passwordHash });
  await using stream = await startBare("xadd", {
    BARE_REDIS: redis.queueUrl,
    BARE_KEY: `${redis.prefix}bare`,
  });
  await using insert = await startBare("insert", test.env);
  const web = await startWeb({ ...test.env, LOG_LEVEL: "error" });
  const common = { method: "POST" as const, duration: SECONDS };
  const form = {
    ...common,
    connections: CONNECTIONS,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(USER).toString(),
  };
  const task = { ...common, connections: 4 * CONNECTIONS };
  try {
    return [
      ...await compare(
        "Sign-ins",
        [
          { name: "the product", pid: web.pid, load: { ...form, url: `${web.url}/api/v1/login` } },
          { name: "argon2id alone", pid: argon2.pid, load: { ...form, url: `${argon2.url}/` } },
        ],
        WARM_UP,
        GOALS.signIn,
      ),
      ...await compare(
        "Tasks handed in",
        [
          {
            name: "the product",
            pid: web.pid,
            load: { ...task, url: `${web.url}/api/v1/tasks/task?message=bench` },
          },
          {
            name: "XADD alone",
            pid: stream.pid,
            load: { ...task, url: `${stream.url}/?message=bench` },
          },
        ],
        WARM_UP,
        GOALS.task,
      ),
      ...await compare("Tasks handed in, as a row", [
        {
          name: "the product",
          pid: web.pid,
          load: { ...task, url: `${web.url}/api/v1/tasks/task?message=bench` },
        },
        {
          name: "INSERT alone",
          pid: insert.pid,
          load: { ...task, url: `${insert.url}/?message=bench` },
        },
      ], WARM_UP),
    ];
  } finally {
    await web.stop(5000);
  }
}
