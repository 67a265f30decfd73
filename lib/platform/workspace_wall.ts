import type postgres from "postgres";
import { workspaceScope } from "./workspace_scope.ts";

/**
 * The role that web and worker act as: row-level security holds for it, and it owns nothing.
 *
 * @see migrations/0048_workspace_wall.ts
 */
export const APP_ROLE = "talent_app";

/** Of this type the parameter is that tells PostgreSQL whose rows a query may see. */
const SCOPE_TYPE = "workspace_scope";

/** What PostgreSQL says of a parameter whose type was dropped meanwhile, as a migration may. */
const INTERNAL_ERROR = "XX000";

/**
 * Tells PostgreSQL with each query, for the transaction of that query alone, whose rows it may see.
 *
 * A query has a parameter more than its text uses. PostgreSQL checks it by the domain that is its
 * type before it plans or runs anything, and that check is what sets `app.workspace`.
 */
export class WorkspaceWall {
  readonly #client: postgres.Sql;
  /** Differs from database to database; undefined where the migration is still to come. */
  #type: number | undefined;

  constructor(client: postgres.Sql) {
    this.#client = client;
  }

  /** Whether `parameter()` can be asked. */
  get isKnown(): boolean {
    return this.#type !== undefined;
  }

  /** Looks its type up, to be done before the first query. */
  async learn(): Promise<void> {
    const [row] = await this.#client.unsafe("select to_regtype($1)::oid as type", [SCOPE_TYPE], {
      prepare: true,
    });
    this.#type = row?.type ?? undefined;
  }

  /** Looks the type up anew after a query that failed because it is there no more. */
  learnFrom(error: unknown): void {
    if ((error as { readonly code?: unknown }).code === INTERNAL_ERROR) this.#type = undefined;
  }

  /**
   * The parameter that a query outside a transaction has at its end.
   *
   * @throws {TypeError} Where no workspace is known, and nobody said that it is about all.
   */
  parameter(): postgres.Parameter<string>[] {
    return this.parameterOf(wantedWorkspace());
  }

  /** The same for that workspace, or "all". */
  parameterOf(workspace: string): postgres.Parameter<string>[] {
    return this.#type === undefined ? [] : [this.#client.typed(workspace, this.#type as never)];
  }
}

/**
 * The workspace whose rows may be seen here, or "all".
 *
 * @throws {TypeError} Where no workspace is known, and nobody said that it is about all: better
 *   than to see nothing, for whoever removes what nobody refers to.
 */
export function wantedWorkspace(): string {
  const scope = workspaceScope();
  if (scope) return scope.workspace;
  throw new TypeError("A query of no workspace: run it by inWorkspace() or acrossWorkspaces()");
}

/** Whether `error` says that the role is not there yet, or may do nothing: the migration comes. */
export function isWithoutRole(error: unknown): boolean {
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown };
  return code === "42501" || code === "22023" && severity === "FATAL";
}

/** The statement that says it for a whole transaction. */
export function setWorkspace(workspace: string): string {
  return `set local app.workspace = '${workspace}'`;
}
