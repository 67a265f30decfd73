import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AlterTableCmd, ColumnDef, Constraint, Node } from "@pgsql/types";
import { parse } from "libpg-query";
import type { MigrationFile } from "../../lib/platform/migrate.ts";
import { statementsOf } from "./migration_statements.ts";
import { BEFORE_RELEASE } from "./migrations_before_release.ts";

/** What a migration may do to a table that people use meanwhile; docs/adr/0055 says why. */
export const RULES = {
  "rewrite": "rewrites the table under a lock: add another column, fill it by a task, and use that",
  "scan": "reads the whole table under a lock: add it `not valid`, and validate it in a later one",
  "index": "builds an index under a lock: `create index concurrently` without a transaction",
  "repeat": "cannot be run again where it was cut short: `if not exists` and `if exists`",
  "not null": "is refused by rows that are there: give a default, or add a `check … not valid`",
  "code": "breaks the code that still runs: leave it for the version after the next",
  "rows": "changes rows of a table at once: have a task do that in batches",
  "lock": "takes or keeps a lock of its own choice: migrate() sets lock_timeout",
  "unread": "hides what it does from these rules: say it in plain statements",
  "transaction": "does what PostgreSQL does in no transaction: export const transaction = false",
} as const;

export type Rule = keyof typeof RULES;

/** A migration's file, as far as the rules read it. */
export interface RuledMigration extends MigrationFile {
  /** Rules that it breaks, each with the reason why that may be. */
  readonly accepted?: Readonly<Partial<Record<Rule, string>>>;
}

/** What breaks the rules among the migrations of a checkout, one line each. */
export async function findMigrationFaults(root: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const { name } of Deno.readDir(join(root, "migrations"))) {
    if (!/^\d{4}_.*\.ts$/.test(name)) continue;
    const { href } = pathToFileURL(join(root, "migrations", name));
    const migration: RuledMigration = await import(href);
    const excused = (BEFORE_RELEASE[name] ?? []).map((rule) => [rule, "its tables were empty"]);
    const accepted = { ...Object.fromEntries(excused), ...migration.accepted };
    const found = await faultsOf({ ...migration, accepted });
    faults.push(...found.map((fault) => `migrations/${name}: ${fault}`));
  }
  return faults.toSorted();
}

/** What breaks the rules in one migration. */
export async function faultsOf(migration: RuledMigration): Promise<string[]> {
  const seen: Seen = { made: new Set(), notValid: new Set(), validated: new Set() };
  const broken: { rule: Rule; text: string }[] = [];
  for (const text of await statementsOf(migration)) {
    const { stmts = [] } = await parse(text);
    for (const { stmt } of stmts) {
      const rules = stmt ? rulesBroken(stmt, seen, migration.transaction !== false) : [];
      broken.push(...rules.map((rule) => ({ rule, text })));
    }
  }
  const { accepted = {} } = migration;
  const idle = (Object.keys(accepted) as Rule[])
    .filter((rule) => !broken.some((one) => one.rule === rule))
    .map((rule) => `accepts "${rule}", which it does not break`);
  return [
    ...broken.filter(({ rule }) => !accepted[rule]).map(({ rule, text }) =>
      `"${text.replaceAll(/\s+/g, " ").trim()}" ${RULES[rule]}; or ` +
      `export const accepted = { "${rule}": "the reason" }`
    ),
    ...idle,
  ];
}

/** What the statements before have done. */
interface Seen {
  /** Tables that are new, and so empty and unused. */
  readonly made: Set<string>;
  /** Constraints that were added without a look at the rows. */
  readonly notValid: Set<string>;
  /** Tables of which a constraint has been proven since; PostgreSQL takes that for `not null`. */
  readonly validated: Set<string>;
}

function rulesBroken(node: Node, seen: Seen, isWithin: boolean): Rule[] {
  if ("CreateStmt" in node) {
    seen.made.add(node.CreateStmt.relation?.relname ?? "");
    return [];
  }
  if ("IndexStmt" in node) {
    const { relation, concurrent, if_not_exists } = node.IndexStmt;
    if (seen.made.has(relation?.relname ?? "")) return [];
    if (!concurrent) return ["index"];
    return [
      ...isWithin ? ["transaction" as const] : [],
      ...if_not_exists ? [] : ["repeat" as const],
    ];
  }
  if ("AlterTableStmt" in node) {
    const { relation, cmds = [], objtype } = node.AlterTableStmt;
    const table = relation?.relname ?? "";
    if (objtype !== "OBJECT_TABLE" || seen.made.has(table)) return [];
    return cmds.flatMap((one) =>
      "AlterTableCmd" in one ? rulesOfChange(one.AlterTableCmd, table, seen, isWithin) : []
    );
  }
  return rulesOfOthers(node, seen);
}

function rulesOfOthers(node: Node, { made }: Seen): Rule[] {
  const isMade = (name: string | undefined) => made.has(name ?? "");
  if ("DropStmt" in node) {
    const { removeType, missing_ok, concurrent } = node.DropStmt;
    if (removeType === "OBJECT_INDEX") return concurrent && !missing_ok ? ["repeat"] : [];
    return removeType === "OBJECT_TABLE" ? ["code"] : [];
  }
  if ("RenameStmt" in node) {
    const { renameType, relation } = node.RenameStmt;
    const isSeen = renameType === "OBJECT_TABLE" || renameType === "OBJECT_COLUMN";
    return isSeen && !isMade(relation?.relname) ? ["code"] : [];
  }
  if ("UpdateStmt" in node) return isMade(node.UpdateStmt.relation?.relname) ? [] : ["rows"];
  if ("DeleteStmt" in node) return isMade(node.DeleteStmt.relation?.relname) ? [] : ["rows"];
  if ("TruncateStmt" in node) return ["rows"];
  if ("VacuumStmt" in node || "ClusterStmt" in node || "ReindexStmt" in node) return ["rewrite"];
  if ("LockStmt" in node) return ["lock"];
  if ("VariableSetStmt" in node) {
    return node.VariableSetStmt.name === "lock_timeout" ? ["lock"] : [];
  }
  if ("DoStmt" in node) return ["unread"];
  return [];
}

function rulesOfChange(
  change: AlterTableCmd,
  table: string,
  seen: Seen,
  isWithin: boolean,
): Rule[] {
  const { subtype, name = "", def } = change;
  switch (subtype) {
    case "AT_AddColumn":
      return def && "ColumnDef" in def ? rulesOfColumn(def.ColumnDef) : [];
    case "AT_AlterColumnType":
    case "AT_SetLogged":
    case "AT_SetUnLogged":
    case "AT_SetTableSpace":
    case "AT_AddIdentity":
    case "AT_SetExpression":
      return ["rewrite"];
    case "AT_SetNotNull":
      return seen.validated.has(table) ? [] : ["scan"];
    case "AT_DropColumn":
      return ["code"];
    case "AT_AddConstraint":
      return def && "Constraint" in def ? rulesOfConstraint(def.Constraint, table, seen) : [];
    case "AT_ValidateConstraint":
      // Added in this transaction, its strong lock is held while the rows are read.
      if (isWithin && seen.notValid.has(`${table}.${name}`)) return ["scan"];
      seen.validated.add(table);
      return [];
    default:
      return [];
  }
}

/** Functions whose value is one for the whole statement: the default is kept beside the table. */
const STABLE = new Set(["now", "transaction_timestamp", "statement_timestamp"]);
const SERIAL = /^(small|big)?serial[248]?$/;

function rulesOfColumn({ constraints = [], typeName }: ColumnDef): Rule[] {
  const given = constraints.flatMap((one) => "Constraint" in one ? [one.Constraint] : []);
  const value = given.find(({ contype }) => contype === "CONSTR_DEFAULT")?.raw_expr;
  const types = (typeName?.names ?? []).map((one) => "String" in one ? one.String.sval ?? "" : "");
  const rules = given.flatMap(({ contype }): Rule[] => {
    if (contype === "CONSTR_GENERATED" || contype === "CONSTR_IDENTITY") return ["rewrite"];
    if (contype === "CONSTR_PRIMARY" || contype === "CONSTR_UNIQUE") return ["index"];
    if (contype === "CONSTR_CHECK") return ["scan"];
    if (contype === "CONSTR_FOREIGN") return value ? ["scan"] : [];
    return contype === "CONSTR_NOTNULL" && !value ? ["not null"] : [];
  });
  const isVolatile = value !== undefined && hasVolatile(value);
  return isVolatile || types.some((type) => SERIAL.test(type)) ? ["rewrite", ...rules] : rules;
}

function hasVolatile(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) => {
    if (key !== "FuncCall") return hasVolatile(inner);
    const last = (inner as { funcname?: Node[] }).funcname?.at(-1);
    const name = last && "String" in last ? last.String.sval ?? "" : "";
    return !STABLE.has(name) || hasVolatile((inner as { args?: unknown }).args);
  });
}

function rulesOfConstraint(constraint: Constraint, table: string, seen: Seen): Rule[] {
  const { contype, skip_validation, indexname, conname = "" } = constraint;
  switch (contype) {
    case "CONSTR_UNIQUE":
    case "CONSTR_PRIMARY":
    case "CONSTR_EXCLUSION":
      return indexname ? [] : ["index"];
    case "CONSTR_CHECK":
    case "CONSTR_FOREIGN":
    case "CONSTR_NOTNULL":
      if (!skip_validation) return ["scan"];
      seen.notValid.add(`${table}.${conname}`);
      return [];
    default:
      return [];
  }
}
