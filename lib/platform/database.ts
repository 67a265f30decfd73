import {
  CamelCasePlugin,
  type Kysely,
  type PluginTransformResultArgs,
  type QueryResult,
  type Transaction,
  type UnknownRow,
} from "kysely";
import postgres from "postgres";
import type { DB } from "./db_types.ts";
import { Conflict } from "./errors.ts";
import { logger } from "./log.ts";
import { PostgresJsDialect } from "./postgres_driver.ts";
import { connectPostgres } from "./postgres_socket.ts";
import { NestingKysely } from "./transaction.ts";
import { APP_ROLE, WorkspaceWall } from "./workspace_wall.ts";

/** Typed queries; column names are camelCase here and snake_case in the database. */
export type Db = Kysely<DB>;

/** The same within one transaction; what takes a `Trx` never commits. */
export type Trx = Transaction<DB>;

const BIGINT = 20;
const DATE = 1082;
const TIMESTAMPS = [1114, 1184];

/** What a pool of connections is opened by. */
export interface PoolOptions {
  readonly url: string;
  readonly poolSize: number;
  /** The server gives up a statement that takes longer; default: never. */
  readonly statementMs?: number;
  /** The server gives up a wait for a lock that takes longer; default: never. */
  readonly lockMs?: number;
  /** The server ends a connection that leaves a transaction open as long; default: never. */
  readonly idleTransactionMs?: number;
  /**
   * Has each query see the rows of the workspace that it runs for alone, or of all where its code
   * says so (workspace_scope.ts): as web and worker do. Default: as the role of the URL may.
   */
  readonly isWalled?: boolean;
  /** Whether lookups have connections of their own, as where many ask at once who they are. */
  readonly hasLookups?: boolean;
}

/**
 * Opens a pool of connections; none is made before the first query.
 *
 * Reads `timestamptz` as Date, `date` as "YYYY-MM-DD", `bigint` as number, `jsonb` as the value it
 * holds, `bytea` as Uint8Array. A value for a `jsonb` column is given as the value, not as text.
 */
export function openDatabase(options: PoolOptions): Db {
  const names = new Names({ maintainNestedObjectKeys: true });
  const open = (poolSize: number) =>
    openPostgres({ ...options, poolSize }, (column) => names.toProperty(column));
  const ofLookups = lookupConnections(options);
  const client = open(options.poolSize - ofLookups);
  const wall = options.isWalled ? new WorkspaceWall(client) : undefined;
  const lookups = ofLookups > 0 ? open(ofLookups) : client;
  const dialect = new PostgresJsDialect(client, wall, lookups);
  return new NestingKysely({ dialect, plugins: [names] });
}

/**
 * How many connections of a pool only lookups use: many of them share a message to PostgreSQL
 * there, where each would wake a process of its own. Of a small pool, none.
 *
 * @see docs/adr/0068-lookups-share-two-connections.md
 */
export function lookupConnections({ poolSize, hasLookups }: PoolOptions): number {
  return hasLookups && poolSize >= 5 ? 2 : 0;
}

/** Names as the database has them; the driver turns those of an answer, once a statement. */
class Names extends CamelCasePlugin {
  toProperty(column: string): string {
    return this.camelCase(column);
  }

  override transformResult({ result }: PluginTransformResultArgs) {
    return Promise.resolve<QueryResult<UnknownRow>>(result);
  }
}

/**
 * The driver's own client, for what Kysely has no words for (listening, creating databases).
 *
 * @param toProperty How a column is called in a row; default: as in the database.
 */
export function openPostgres(
  options: PoolOptions,
  toProperty?: (column: string) => string,
): postgres.Sql {
  return postgres(options.url, {
    max: options.poolSize,
    ...{ socket: connectPostgres }, // missing from its types
    ...(toProperty ? { transform: { column: { from: toProperty } } } : {}),
    connect_timeout: 10,
    backoff: (retries) => Math.min(2, 0.05 * 2 ** retries),
    connection: {
      application_name: "talent-copilot",
      TimeZone: "UTC",
      // To compile a query takes longer than any of ours runs.
      jit: "off",
      // The default is a turning disk's, and has PostgreSQL read whole tables for a tenth of them.
      random_page_cost: 1.1,
      ...(options.isWalled ? { role: APP_ROLE } : {}),
      ...(options.statementMs ? { statement_timeout: options.statementMs } : {}),
      ...(options.lockMs ? { lock_timeout: options.lockMs } : {}),
      ...(options.idleTransactionMs
        ? { idle_in_transaction_session_timeout: options.idleTransactionMs }
        : {}),
    },
    onnotice: (notice) => logger("database").debug("Notice: {text}", { text: notice.message }),
    types: {
      bigint: { to: BIGINT, from: [BIGINT], serialize: String, parse: toSafeNumber },
      date: {
        to: 1184,
        from: TIMESTAMPS,
        serialize: toTimestamp,
        parse: (x: string) => new Date(x),
      },
      day: { to: DATE, from: [DATE], serialize: String, parse: (x: string) => x },
    },
  }) as unknown as postgres.Sql;
}

function toTimestamp(value: Date | string): string {
  return value instanceof Date ? value.toISOString() : value;
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`);
  return value;
}

const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";
/** The same of a key that says `on delete restrict`. */
const RESTRICT_VIOLATION = "23001";

/** Whether `error` says that a unique constraint or index (of that name) was violated. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, UNIQUE_VIOLATION, constraint);
}

/** Whether `error` says that the row referred to does not exist, or is still referred to. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, FOREIGN_KEY_VIOLATION, constraint) ||
    isViolation(error, RESTRICT_VIOLATION, constraint);
}

function isViolation(error: unknown, code: string, constraint: string | undefined): boolean {
  // crud() makes a Conflict of it.
  const refused = error instanceof Conflict ? error.cause : error;
  return refused instanceof postgres.PostgresError && refused.code === code &&
    (constraint === undefined || refused.constraint_name === constraint);
}
