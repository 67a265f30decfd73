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

type Client = postgres.Sql<Record<string, unknown>>;
type Reserved = postgres.ReservedSql<Record<string, unknown>>;

/**
 * Kysely on postgres.js.
 *
 * A query outside a transaction goes as a prepared statement to whichever connection is free, so
 * that many queries share one round trip; only a transaction keeps a connection to itself.
 */
export class PostgresJsDialect implements Dialect {
  readonly #client: Client;

  constructor(client: postgres.Sql) {
    this.#client = client as Client;
  }

  createDriver(): Driver {
    return new PostgresJsDriver(this.#client);
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  // deno-lint-ignore no-explicit-any -- the signature that Kysely asks for
  createIntrospector(db: Kysely<any>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

class PostgresJsDriver implements Driver {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(new PostgresJsConnection(this.#client));
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
    await this.#client.end({ timeout: 5 });
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

/** What is used of postgres.js's own connection object, which its `begin()` handles the same way. */
interface RawConnection {
  onclose: ((cause: Error) => void) | null;
}

/** A right to run queries: on any connection, or, within a transaction, on one. */
class PostgresJsConnection implements DatabaseConnection {
  readonly #client: Client;
  #reserved: Reserved | undefined;
  #raw: RawConnection | undefined;
  #lost: Error | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  async begin(statement: string): Promise<void> {
    this.#reserved = await this.#client.reserve();
    const watch = (raw: RawConnection) => {
      // postgres.js would write to the closed socket; from here on we refuse instead.
      raw.onclose = (cause) => this.#lost = cause;
      this.#raw = raw;
      return true;
    };
    await this.#reserved.unsafe(statement, [], { onexecute: watch } as postgres.UnsafeQueryOptions);
  }

  release(): void {
    // A lost connection is back in the pool already, marked as closed.
    if (!this.#lost) {
      if (this.#raw) this.#raw.onclose = null;
      this.#reserved?.release();
    }
    this.#reserved = this.#raw = this.#lost = undefined;
  }

  /** Runs a statement that takes no values, by the simple protocol; answers what was done. */
  async run(text: string): Promise<string> {
    return (await this.#usable().unsafe(text)).command;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const rows = await this.#send(query);
    // `count` is also set for a select, where Kysely expects no number of changed rows.
    return rows.command === "SELECT" || rows.count === null
      ? { rows: rows as unknown as R[] }
      : { rows: rows as unknown as R[], numAffectedRows: BigInt(rows.count) };
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize = 100): AsyncGenerator<QueryResult<R>> {
    for await (const rows of this.#send(query).cursor(chunkSize)) {
      yield { rows: rows as unknown as R[] };
    }
  }

  #send(query: CompiledQuery) {
    const values = query.parameters.map((value) => this.#toParameter(value));
    return this.#usable().unsafe(query.sql, values, { prepare: true });
  }

  #usable(): Client {
    if (this.#lost) throw this.#lost;
    return this.#reserved ?? this.#client;
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
