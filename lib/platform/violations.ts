import postgres from "postgres";
import { SCHEMA } from "./db_types.ts";
import { Conflict } from "./errors.ts";
import { toSnake } from "./snake_case.ts";

/** What PostgreSQL refused: the columns that are to blame, and why. */
interface Violation {
  readonly kind: "unique" | "foreign";
  readonly columns: readonly string[];
  /** The table whose row would have been wrong. */
  readonly table: string;
}

const KINDS: Readonly<Record<string, Violation["kind"]>> = {
  "23505": "unique",
  "23503": "foreign",
  "23001": "foreign", // of a key that says `on delete restrict`
};

/**
 * Turns a violation of a unique or foreign key into `Conflict`, which names the field; any other
 * error is the same afterwards.
 *
 * @param table The one that was written to, as Kysely calls it.
 */
export function toConflict(error: unknown, table: string): unknown {
  const violation = violationOf(error);
  if (!violation) return error;
  const fields = violation.columns.map(toSnake).join(" and ");
  return new Conflict(saying(violation, toSnake(table), fields), { cause: error });
}

function saying({ kind, table }: Violation, written: string, fields: string): string {
  if (kind === "unique") return `There is one with this ${fields} already: give another ${fields}`;
  return table === written
    ? `What ${fields} names is not there: give one that is`
    : `It cannot be removed: ${table.replaceAll("_", " ")} refer to it by ${fields}`;
}

function violationOf(error: unknown): Violation | undefined {
  if (!(error instanceof postgres.PostgresError)) return undefined;
  const kind = KINDS[error.code];
  const { table_name: table = "", constraint_name: name = "", detail = "" } = error;
  return kind && { kind, table, columns: told(columnsOf(name) ?? inDetail(detail)) };
}

/** The workspace is always the caller's; whoever reads the message did not choose it. */
function told(columns: readonly string[]): readonly string[] {
  const others = columns.filter((column) => column !== "workspaceId");
  return others.length > 0 ? others : columns;
}

function columnsOf(constraint: string): readonly string[] | undefined {
  for (const { unique, foreign } of Object.values(SCHEMA)) {
    if (Object.hasOwn(unique, constraint)) return (unique as Uniques)[constraint];
    if (Object.hasOwn(foreign, constraint)) return (foreign as Foreigns)[constraint]?.columns;
  }
  return undefined;
}

type Uniques = Readonly<Record<string, readonly string[]>>;
type Foreigns = Readonly<Record<string, { readonly columns: readonly string[] }>>;

/** An index on an expression has no columns; PostgreSQL says `Key (lower(email))=(…)`. */
function inDetail(detail: string): string[] {
  const inside = detail.match(/^Key \((.*?)\)=\(/)?.[1] ?? "";
  const words = inside.replaceAll(/::\w+|\w+\(/g, "").match(/[a-z_][a-z0-9_]*/g);
  return words ?? ["value"];
}
