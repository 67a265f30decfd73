import { CamelCasePlugin, Kysely } from "kysely";
import { authenticate } from "../../lib/accounts/authenticate.ts";
import type { Principal } from "../../lib/accounts/principal.ts";
import type { Config } from "../../lib/platform/config.ts";
import { type Db, openPostgres } from "../../lib/platform/database.ts";
import type { DB } from "../../lib/platform/db_types.ts";
import { PostgresJsDialect } from "../../lib/platform/postgres_driver.ts";

/** A query as it goes over the wire. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What `bare/read.ts` does for each request. */
export interface ReadPlan {
  /** Whose rows `read` sees. */
  readonly workspaceId: string;
  /** Who calls. */
  readonly caller: Statement;
  readonly read: readonly Statement[];
  /** Keys of Redis that are read in the place of `read`; the first holds the body. */
  readonly keptKeys: readonly string[];
}

/** Writes down what the product asks PostgreSQL for one call, so that the least asks the same. */
export async function planRead(
  config: Config,
  token: string,
  read: (actor: Principal, db: Db) => Promise<unknown>,
): Promise<ReadPlan> {
  const asked: Statement[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresJsDialect(openPostgres(config.database)),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query: { sql: text, parameters: values } }) => void asked.push({ text, values }),
  });
  try {
    const actor = await authenticate({ db, config }, `Bearer ${token}`, "127.0.0.1");
    const [caller] = asked.splice(0);
    if (!caller) throw new RangeError("Nothing was asked about the caller");
    await read(actor, db);
    return { workspaceId: actor.workspaceId, caller, read: asked, keptKeys: [] };
  } finally {
    await db.destroy();
  }
}
