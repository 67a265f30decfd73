import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../lib/platform/database.ts";

interface Column {
  table: string;
  name: string;
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
  isAlwaysGenerated: boolean;
  check: string | null;
}

const TYPES: Record<string, string> = {
  bool: "boolean",
  bytea: "Uint8Array",
  date: "string",
  float4: "number",
  float8: "number",
  int2: "number",
  int4: "number",
  int8: "number",
  json: "Json",
  jsonb: "Json",
  numeric: "string",
  text: "string",
  timestamptz: "Timestamp",
  tsvector: "string",
  uuid: "string",
  varchar: "string",
};

const HEAD = `// Written by \`deno task db:types\` from the schema itself: do not edit.
import type { ColumnType } from "kysely";

/** Has a default, so an insert may leave it out. */
type Defaulted<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

/** Always made by the database. */
type Made<T> = ColumnType<T, never, never>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** Given and read as the value itself; whoever reads it parses it. */
type JsonValue = string | number | boolean | object;
type Json = ColumnType<unknown, JsonValue, JsonValue>;
`;

/** A primary key, unique constraint or unique index, or a foreign key. */
interface Key {
  table: string;
  name: string;
  kind: "primary" | "unique" | "foreign";
  columns: string[];
  target: string | null;
  targetColumns: string[] | null;
}

/**
 * Kysely's types for every table of the schema, and what its columns and keys are, as a module's
 * text (before formatting).
 */
export async function describeDatabase(db: Db): Promise<string> {
  const [{ rows }, { rows: allKeys }] = await Promise.all([
    columns.execute(db),
    keys.execute(db),
  ]);
  const tables = Map.groupBy(rows, (row) => row.table);
  const parts = [...tables].map(([table, own]) =>
    `export interface ${interfaceName(table)} {\n${own.map(property).join("\n")}\n}\n`
  );
  const all = [...tables.keys()].map((table) => `  ${camelCase(table)}: ${interfaceName(table)};`);
  const described = [...tables].map(([table, own]) =>
    `  ${camelCase(table)}: ${describeTable(own, allKeys.filter((key) => key.table === table))},`
  );
  return [
    HEAD,
    ...parts,
    `export interface DB {\n${all.join("\n")}\n}\n`,
    `/** The columns with their types in PostgreSQL, and the keys, by their names there. */
export const SCHEMA = {\n${described.join("\n")}\n} as const;\n`,
  ].join("\n");
}

/** Unique indexes on expressions are left out: no column is to be named for them. */
const keys: RawBuilder<Key> = sql<Key>`
  select c.relname as "table", k.conname as name,
    case k.contype when 'p' then 'primary' when 'u' then 'unique' else 'foreign' end as kind,
    ${namesOf(sql`k.conrelid`, sql`k.conkey`)} as columns,
    f.relname as target, ${namesOf(sql`k.confrelid`, sql`k.confkey`)} as "targetColumns"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  left join pg_class f on f.oid = k.confrelid
  where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
    and not c.relispartition and c.relname not like 'kysely\\_%'
  union all
  select c.relname, i.relname, 'unique', ${namesOf(sql`x.indrelid`, sql`x.indkey::int2[]`)},
    null, null
  from pg_index x
  join pg_class i on i.oid = x.indexrelid
  join pg_class c on c.oid = x.indrelid
  where c.relnamespace = 'public'::regnamespace and x.indisunique and x.indexprs is null
    and not c.relispartition and c.relname not like 'kysely\\_%'
    and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
  order by 1, 2`;

function namesOf(table: RawBuilder<unknown>, numbers: RawBuilder<unknown>) {
  return sql`(select array_agg(a.attname::text order by n.at)
    from unnest(${numbers}) with ordinality n (attnum, at)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = n.attnum)`;
}

function describeTable(own: readonly Column[], keys: readonly Key[]): string {
  const names = (columns: readonly string[]) => JSON.stringify(columns.map(camelCase));
  const of = (kind: Key["kind"]) => keys.filter((key) => key.kind === kind);
  const types = own.map(({ name, type }) => `${camelCase(name)}: ${JSON.stringify(type)}`);
  const unique = [...of("primary"), ...of("unique")]
    .map(({ name, columns }) => `${name}: ${names(columns)}`);
  const foreign = of("foreign").map(({ name, columns, target, targetColumns }) =>
    `${name}: { columns: ${names(columns)}, table: ${JSON.stringify(camelCase(target ?? ""))},
      references: ${names(targetColumns ?? [])} }`
  );
  const nullable = own.filter(({ isNullable }) => isNullable).map(({ name }) => name);
  return `{ columns: { ${types.join(", ")} }, nullable: ${names(nullable)}, primary: ${
    names(of("primary")[0]?.columns ?? [])
  }, unique: { ${unique.join(", ")} }, foreign: { ${foreign.join(", ")} } }`;
}

const columns: RawBuilder<Column> = sql<Column>`
  select c.relname as "table", a.attname as name, t.typname as type,
    not a.attnotnull as "isNullable",
    a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attidentity = 'a' or a.attgenerated <> '' as "isAlwaysGenerated",
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as "check"
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition and c.relname not like 'kysely\\_%'
  order by c.relname, a.attnum`;

function property(column: Column): string {
  const plain = choices(column.check) ?? typeOf(column);
  const type = column.isAlwaysGenerated
    ? `Made<${plain}>`
    : column.hasDefault
    ? `Defaulted<${plain}>`
    : plain;
  return `  ${camelCase(column.name)}: ${type}${column.isNullable ? " | null" : ""};`;
}

function typeOf({ table, name, type }: Column): string {
  const isArray = type.startsWith("_");
  const plain = TYPES[isArray ? type.slice(1) : type];
  if (!plain) throw new TypeError(`${table}.${name} is a ${type}, which has no type here yet`);
  return isArray ? `${plain}[]` : plain;
}

/** A column that is checked to be one of some words has just those as its type. */
function choices(check: string | null): string | undefined {
  const list = check?.match(/^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/)?.[1];
  const words = list?.split(", ").map((word) => word.match(/^'([^']*)'::text$/)?.[1]);
  if (!words || words.some((word) => word === undefined)) return undefined;
  return words.map((word) => JSON.stringify(word)).join(" | ");
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function interfaceName(table: string): string {
  const name = camelCase(table);
  return `${name[0]?.toUpperCase()}${name.slice(1)}Table`;
}
