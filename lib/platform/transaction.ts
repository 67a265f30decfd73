import {
  type Compilable,
  type CompiledQuery,
  isAbortedTransactionError,
  type IsolationLevel,
  Kysely,
  type KyselyPlugin,
  type QueryResult,
  sql,
  type Transaction,
  type TransactionBuilder,
} from "kysely";
import type { Db, Trx } from "./database.ts";
import type { DB } from "./db_types.ts";
import { logger } from "./log.ts";
import type { PostgresJsDialect } from "./postgres_driver.ts";

/** What may be asked of `afterCommit()`. */
export interface AfterCommit {
  /**
   * Also runs it when the connection is lost while committing, and nobody knows whether what was
   * written is there.
   */
  readonly orUnknown?: boolean;
}

/**
 * Runs `fn` once what `db` wrote is there for everybody: after the outermost commit, before those
 * who await the transaction go on; at once, where `db` is no transaction. After a rollback, also
 * one to a savepoint around the call, it never runs. An error in it is logged and not thrown.
 *
 * @returns When it is noted down; where `db` is no transaction, when it has run.
 * @throws {TypeError} If `db` is a transaction that was not begun by `db.transaction()`.
 */
export async function afterCommit(
  db: Db,
  fn: () => unknown,
  { orUnknown = false }: AfterCommit = {},
): Promise<void> {
  if (!db.isTransaction) return await runLogged(fn);
  const scope = scopes.get(db);
  if (!scope) throw new TypeError("Only what db.transaction() begins tells when it has committed");
  scope.waiting.push({ fn, orUnknown });
}

/** What `db`'s transaction, if it is one, was begun on. */
export function outermost(db: Db): Db {
  return scopes.get(db)?.root ?? db;
}

/**
 * Kysely whose transactions can be handed on as a `Db`: `transaction()` of one makes a savepoint
 * in it, so that a function which opens its own transaction becomes part of its caller's.
 */
export class NestingKysely extends Kysely<DB> {
  readonly #dialect: PostgresJsDialect;

  /** @param plugins They turn queries, but no results. */
  constructor({ dialect, plugins }: {
    readonly dialect: PostgresJsDialect;
    readonly plugins: KyselyPlugin[];
  }) {
    super({ dialect, plugins });
    this.#dialect = dialect;
  }

  /**
   * Runs a compiled query. Outside a transaction it needs none of what Kysely does for each: a
   * connection that is taken and given back, a way for plugins to change the result.
   */
  override executeQuery<R>(query: CompiledQuery<R> | Compilable<R>): Promise<QueryResult<R>> {
    return this.#dialect.executeQuery("compile" in query ? query.compile() : query);
  }

  override transaction(): TransactionBuilder<DB> {
    return asBuilder(new OutermostTransaction(this, super.transaction(), {}));
  }
}

/** A transaction, or a savepoint within one. */
interface Scope {
  readonly root: Db;
  readonly depth: number;
  readonly isolationLevel: IsolationLevel;
  /** What runs after the commit. */
  waiting: { readonly fn: () => unknown; readonly orUnknown: boolean }[];
  /** The savepoint that was made last; the next one waits for its end. */
  last: Promise<unknown>;
}

const scopes = new WeakMap<Db, Scope>();

type Settings = Partial<Pick<Scope, "isolationLevel">>;
type Work<T> = (trx: Transaction<DB>) => Promise<T>;

class OutermostTransaction {
  readonly #root: Db;
  readonly #inner: TransactionBuilder<DB>;
  readonly #settings: Settings;

  constructor(root: Db, inner: TransactionBuilder<DB>, settings: Settings) {
    this.#root = root;
    this.#inner = inner;
    this.#settings = settings;
  }

  setAccessMode(mode: Parameters<TransactionBuilder<DB>["setAccessMode"]>[0]) {
    return new OutermostTransaction(
      this.#root,
      this.#inner.setAccessMode(mode),
      this.#settings,
    );
  }

  setIsolationLevel(isolationLevel: IsolationLevel) {
    const inner = this.#inner.setIsolationLevel(isolationLevel);
    return new OutermostTransaction(this.#root, inner, { isolationLevel });
  }

  async execute<T>(work: Work<T>): Promise<T> {
    const { isolationLevel = "read committed" } = this.#settings;
    const scope = newScope({ root: this.#root, depth: 0, isolationLevel });
    let isCommitting = false;
    let result: T;
    try {
      result = await this.#inner.execute(async (trx) => {
        const made = await work(scoped(trx, scope));
        isCommitting = true;
        return made;
      });
    } catch (error) {
      if (isCommitting && !isAbortedTransactionError(error)) {
        await runAll(scope.waiting.filter(({ orUnknown }) => orUnknown));
      }
      throw error;
    }
    await runAll(scope.waiting);
    return result;
  }
}

/** From weak to strong. */
const LEVELS: readonly IsolationLevel[] = [
  "read uncommitted",
  "read committed",
  "repeatable read",
  "serializable",
];

class NestedTransaction {
  readonly #outer: Trx;
  readonly #scope: Scope;

  constructor(outer: Trx, scope: Scope) {
    this.#outer = outer;
    this.#scope = scope;
  }

  setAccessMode(): never {
    throw new TypeError("A transaction within another one has its access mode");
  }

  /** @throws {TypeError} If the outer transaction promises less. */
  setIsolationLevel(level: IsolationLevel) {
    const { isolationLevel } = this.#scope;
    if (LEVELS.indexOf(level) > LEVELS.indexOf(isolationLevel)) {
      throw new TypeError(`A transaction that is ${isolationLevel} cannot hold one of ${level}`);
    }
    return this;
  }

  /** One after the other: savepoints of one connection are a stack. */
  execute<T>(work: Work<T>): Promise<T> {
    const result = this.#scope.last.then(() => this.#run(work));
    this.#scope.last = result.catch(() => {});
    return result;
  }

  async #run<T>(work: Work<T>): Promise<T> {
    const { root, depth, isolationLevel } = this.#scope;
    const scope = newScope({ root, depth: depth + 1, isolationLevel });
    const savepoint = sql.id(`nested_${scope.depth}`);
    await sql`savepoint ${savepoint}`.execute(this.#outer);
    let result: T;
    try {
      // An object of its own on the same connection.
      result = await work(scoped(this.#outer.$pickTables<keyof DB>(), scope));
      await sql`release savepoint ${savepoint}`.execute(this.#outer);
    } catch (error) {
      // Where that fails too the transaction cannot be committed any more.
      await sql`rollback to savepoint ${savepoint}`.execute(this.#outer).catch(() => {});
      throw error;
    }
    this.#scope.waiting.push(...scope.waiting);
    return result;
  }
}

function newScope(place: Pick<Scope, "root" | "depth" | "isolationLevel">): Scope {
  return { ...place, waiting: [], last: Promise.resolve() };
}

/** Lets `trx` know its scope, and be asked for a transaction within itself. */
function scoped(trx: Trx, scope: Scope): Trx {
  scopes.set(trx, scope);
  return Object.assign(trx, {
    transaction: () => asBuilder(new NestedTransaction(trx, scope)),
  });
}

/** Kysely's builder has private fields, so no other class is one for the type checker. */
function asBuilder(builder: OutermostTransaction | NestedTransaction): TransactionBuilder<DB> {
  return builder as unknown as TransactionBuilder<DB>;
}

async function runAll(waiting: Scope["waiting"]): Promise<void> {
  await Promise.all(waiting.map(({ fn }) => runLogged(fn)));
}

async function runLogged(fn: () => unknown): Promise<void> {
  try {
    await fn();
  } catch (error) {
    logger("database").error("What was to follow a commit failed", { error });
  }
}
