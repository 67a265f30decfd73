import { listTables } from "../../lib/platform/backup/write_backup.ts";
import { openPostgres } from "../../lib/platform/database.ts";

/**
 * Stands in for `pg_dump` where none of the server's version is installed: takes the arguments and
 * the environment that we give it, and writes rows in its form (`--format=plain`).
 */
const [, snapshot] = Deno.args.join(" ").match(/--snapshot=(\S+)/) ?? [];
if (Deno.args.includes("--version")) {
  console.log("pg_dump (PostgreSQL) 18.0 (a stand-in)");
  Deno.exit(0);
}
const env = (name: string) => Deno.env.get(name) ?? "";
const login = `${env("PGUSER")}:${env("PGPASSWORD")}`;
const url = `postgresql://${login}@${env("PGHOST")}:${env("PGPORT")}/${env("PGDATABASE")}`;
const client = openPostgres({ url, poolSize: 2 });
const write = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(text));
try {
  await client.begin("isolation level repeatable read read only", async (trx) => {
    await trx.unsafe(`set transaction snapshot '${snapshot}'`);
    await trx.unsafe("set local row_security = off");
    const migrations = { name: "kysely_migration", columns: ["name", "timestamp"] };
    write("--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n\n");
    for (const { name, columns } of [migrations, ...await listTables(client)]) {
      // Keywords are quoted, other names are not.
      const list = columns.map((one) => one === "position" ? `"${one}"` : one).join(", ");
      write(`COPY public.${name} (${list}) FROM stdin;\n`);
      const copy = `copy ${name} (${columns.map((one) => `"${one}"`)}) to stdout`;
      for await (const bytes of await trx.unsafe(copy).readable()) Deno.stdout.writeSync(bytes);
      write("\\.\n\n\n");
    }
    write("--\n-- PostgreSQL database dump complete\n--\n\n");
  });
} finally {
  await client.end();
}
