import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import postgres from "postgres";
import { keepShort, type PooledConnection } from "./connection_queues.ts";
import { poolUse } from "./telemetry/pool_use.ts";
import { inSpan, isTracing, SpanKind } from "./telemetry/tracing.ts";
import { setWorkspace, wantedWorkspace, type WorkspaceWall } from "./workspace_wall.ts";

type Client = postgres.Sql<Record<string, unknown>>;

/** A query, and whether it only looks rows up by their keys: none waits long behind it. */
export interface DirectQuery<R = unknown> extends CompiledQuery<R> {
  readonly isLookup?: boolean;
}

/**
 * Kysely on postgres.js.
 *
 * A query outside a transaction goes as a prepared statement to whichever connection is free, so
 * that many queries share one round trip; only a transaction keeps a connection to itself.
 */
export class PostgresJsDialect implements Dialect {
  readonly #client: Client;
  readonly #lookups: Client;
  readonly #wall: WorkspaceWall | undefined;
  readonly #plain: PostgresJsConnection;
  readonly #ofLookups: PostgresJsConnection;

  /**
   * @param wall Without one, queries see the rows of all workspaces.
   * @param lookups The connections that lookups have for themselves; default: any.
   */
  constructor(client: postgres.Sql, wall?: WorkspaceWall, lookups: postgres.Sql = client) {
    this.#client = client as Client;
    this.#lookups = lookups as Client;
    this.#wall = wall;
    this.#plain = new PostgresJsConnection(this.#client, wall);
    this.#ofLookups = new PostgresJsConnection(this.#lookups, wall);
  }

  createDriver(): Driver {
    return new PostgresJsDriver(this.#client, this.#lookups, this.#wall);
  }

  /** Runs a compiled query outside any transaction; no driver, no plugin sees it. */
  executeQuery<R>(query: DirectQuery<R>): Promise<QueryResult<R>> {
    return (query.isLookup ? this.#ofLookups : this.#plain).executeQuery<R>(query);
  }

  createAdapter(): DialectAdapter {
    return new UnlockedAdapter();
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  // deno-lint-ignore no-explicit-any -- the signature that Kysely asks for
  createIntrospector(db: Kysely<any>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

/** Kysely's lock for migrations is one connection's, and here none is kept: migrate.ts has its own. */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class PostgresJsDriver implements Driver {
  readonly #client: Client;
  readonly #lookups: Client;
  readonly #wall: WorkspaceWall | undefined;

  constructor(client: Client, lookups: Client, wall: WorkspaceWall | undefined) {
    this.#client = client;
    this.#lookups = lookups;
    this.#wall = wall;
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(new PostgresJsConnection(this.#client, this.#wall));
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    await ours(connection).begin(beginStatement(settings));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    // After an error that somebody caught, the server takes back what it is told to commit.
    const done = await ours(connection).run("commit");
    if (done !== "COMMIT") throw new AbortedTransactionError();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).run("rollback");
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`savepoint ${quoted(name)}`);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`rollback to savepoint ${quoted(name)}`);
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await ours(connection).run(`release savepoint ${quoted(name)}`);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).release();
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    const clients = [...new Set([this.#client, this.#lookups])];
    await Promise.all(clients.map((client) => client.end({ timeout: 5 })));
  }
}

function ours(connection: DatabaseConnection): PostgresJsConnection {
  if (connection instanceof PostgresJsConnection) return connection;
  throw new TypeError("The connection belongs to another driver");
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function beginStatement(settings: TransactionSettings): string {
  let text = "begin";
  if (settings.isolationLevel) text += ` isolation level ${settings.isolationLevel}`;
  if (settings.accessMode) text += ` ${settings.accessMode}`;
  return text;
}

/** A query of postgres.js; its handler puts it on a connection. */
interface RawQuery {
  handler: (query: RawQuery) => void;
  reject(cause: Error): void;
}

/** What is used of postgres.js's own connection object, which its `begin()` handles the same way. */
interface RawConnection extends PooledConnection {
  onclose: ((cause: Error) => void) | null;
  /** Called when it has answered all; forgotten, and back in the pool, once no transaction is open. */
  reserved: (() => void) | null;
  /** Sends a query; tells whether it takes another one before that is answered. */
  execute(query: RawQuery): boolean;
}

/**
 * The connection of one transaction, from `begin` to its end.
 *
 * postgres.js's `reserve()` would do, but one that waits is never answered when the connection it
 * waits for is ended by the server (porsager/postgres#1195); a `begin` waits like any query.
 */
class TransactionConnection {
  #raw: RawConnection | undefined;
  #lost: Error | undefined;
  #isFull = true;
  readonly #waiting: RawQuery[] = [];

  async begin(client: Client, statement: string): Promise<void> {
    const hold = (raw: RawConnection) => {
      this.#raw = raw;
      raw.onclose = (cause) => this.#lose(cause);
      raw.reserved = () => this.#sendNext();
      // Nobody else's query goes behind it.
      return false;
    };
    await client.unsafe(statement, [], { onexecute: hold } as postgres.UnsafeQueryOptions);
  }

  /** Sends a query that was made for any connection on this one. */
  take<Q>(query: Q): Q {
    const raw = query as unknown as RawQuery;
    raw.handler = (asked) => {
      if (this.#lost) asked.reject(this.#lost);
      else if (this.#isFull || !this.#raw) this.#waiting.push(asked);
      else this.#isFull = !this.#raw.execute(asked);
    };
    return query;
  }

  /** A connection whose transaction has ended is in the pool already. */
  release(): void {
    if (this.#raw && !this.#lost) this.#raw.onclose = null;
  }

  #sendNext(): void {
    const next = this.#waiting.shift();
    this.#isFull = next !== undefined && !this.#raw?.execute(next);
  }

  #lose(cause: Error): void {
    this.#lost = cause;
    for (const query of this.#waiting.splice(0)) query.reject(cause);
  }
}

/** How often a transaction is begun whose connection the server ends meanwhile. */
const MAX_BEGINNINGS = 3;

/**
 * Whether it says that the server has ended a connection. postgres.js tells it also to whoever is
 * the first on the connection that takes its place.
 */
function isOfEnd(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "CONNECTION_CLOSED" || code === "57P01" || code === "57P02";
}

/** The values are parameters, and not in the text. */
function inQuerySpan<T>(text: string, run: () => Promise<T>): Promise<T> {
  const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? "QUERY";
  const attributes = {
    "db.system.name": "postgresql",
    "db.operation.name": operation,
    "db.query.text": text.replaceAll(/\s+/g, " ").trim().slice(0, MAX_TOLD_TEXT),
  };
  return inSpan(operation, { kind: SpanKind.CLIENT, attributes }, run);
}

const MAX_TOLD_TEXT = 2000;

/** The queue that a connection stands in is looked at as often as one is taken. */
const PREPARED = {
  prepare: true,
  onexecute(connection: RawConnection) {
    keepShort(connection);
    return true;
  },
} as postgres.UnsafeQueryOptions;

/** Clients that have connected once, and know how lists are written. */
const knowingLists = new WeakSet<Client>();

/** A right to run queries: on any connection, or, within a transaction, on one. */
class PostgresJsConnection implements DatabaseConnection {
  readonly #client: Client;
  readonly #wall: WorkspaceWall | undefined;
  #own: TransactionConnection | undefined;
  /** Whose rows the transaction sees. */
  #workspace: string | undefined;

  constructor(client: Client, wall: WorkspaceWall | undefined) {
    this.#client = client;
    this.#wall = wall;
  }

  async begin(statement: string): Promise<void> {
    if (this.#wall) {
      this.#workspace = wantedWorkspace();
      // In one message: neither waits for the other.
      statement += `; ${setWorkspace(this.#workspace)}`;
    }
    for (let tries = 1; !this.#own; tries++) {
      const own = new TransactionConnection();
      try {
        await own.begin(this.#client, statement);
        this.#own = own;
        poolUse.transactions++;
      } catch (error) {
        if (tries === MAX_BEGINNINGS || !isOfEnd(error)) throw error;
      }
    }
  }

  release(): void {
    if (!this.#own) return;
    poolUse.transactions--;
    this.#own.release();
    this.#own = undefined;
  }

  /** Runs a statement that takes no values, by the simple protocol; answers what was done. */
  async run(text: string): Promise<string> {
    return (await this.#placed(this.#client.unsafe(text))).command;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return isTracing() ? inQuerySpan(query.sql, () => this.#ask<R>(query)) : this.#ask<R>(query);
  }

  async #ask<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#isReadyFor(query)) await this.#prepare();
    const rows = await this.#answerOf(query);
    // `count` is also set for a select, where Kysely expects no number of changed rows.
    const plain = rows.slice() as unknown as R[]; // not the driver's own kind of array
    return rows.command === "SELECT" || rows.count === null
      ? { rows: plain }
      : { rows: plain, numAffectedRows: BigInt(rows.count) };
  }

  async #answerOf(query: CompiledQuery) {
    poolUse.queries++;
    try {
      return await this.#inWorkspace(() => this.#send(query));
    } catch (error) {
      this.#wall?.learnFrom(error);
      throw error;
    } finally {
      poolUse.queries--;
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize = 100): AsyncGenerator<QueryResult<R>> {
    if (!this.#isReadyFor(query)) await this.#prepare();
    if (this.#workspace !== undefined && this.#workspace !== wantedWorkspace()) {
      throw new TypeError("A stream within a transaction is of the same workspace");
    }
    for await (const rows of this.#send(query).cursor(chunkSize)) {
      yield { rows: rows as unknown as R[] };
    }
  }

  #isReadyFor({ parameters }: CompiledQuery): boolean {
    if (this.#own) return true;
    if (this.#wall && !this.#wall.isKnown) return false;
    return knowingLists.has(this.#client) || !parameters.some(Array.isArray);
  }

  /**
   * postgres.js asks how lists are written as it connects, and may send its first query before it
   * has heard the answer.
   */
  async #prepare(): Promise<void> {
    if (this.#wall && !this.#wall.isKnown) await this.#wall.learn();
    if (!knowingLists.has(this.#client)) await this.#client.unsafe("select 1");
    knowingLists.add(this.#client);
  }

  /**
   * Within a transaction of another workspace, or of all, what a query of this one sees is set
   * around it: at any savepoint and at whatever runs beside it, what the transaction began with holds.
   */
  #inWorkspace<T>(send: () => Promise<T>): Promise<T> {
    const workspace = this.#own && this.#wall && wantedWorkspace();
    if (workspace === undefined || this.#workspace === undefined || workspace === this.#workspace) {
      return send();
    }
    // Not awaited: what is awaited is sent a tick later, behind the query.
    const set = (to: string) => {
      this.#placed(this.#client.unsafe(setWorkspace(to))).catch(() => {}); // as it fails, all do
    };
    set(workspace);
    const answer = send().then((rows) => rows);
    set(this.#workspace);
    return answer;
  }

  #send(query: CompiledQuery) {
    const values = query.parameters.map((value) => this.#toParameter(value));
    if (this.#wall && !this.#own) values.push(...this.#wall.parameter());
    return this.#placed(this.#client.unsafe(query.sql, values, PREPARED));
  }

  #placed<Q>(query: Q): Q {
    return this.#own ? this.#own.take(query) : query;
  }

  /**
   * Leaves an array's type to the server, which knows whether `text[]` or `jsonb` is meant;
   * postgres.js would guess it from the first element.
   */
  #toParameter(value: unknown): postgres.ParameterOrJSON<never> {
    const given = Array.isArray(value) ? this.#client.typed(value as never, 0) : value;
    return given as postgres.ParameterOrJSON<never>;
  }
}
