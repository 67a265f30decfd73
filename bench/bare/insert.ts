/** The least that handing in a task can be where PostgreSQL keeps it: one row, one statement. */
import { loadConfig } from "../../lib/platform/config.ts";
import { openPostgres } from "../../lib/platform/database.ts";
import { WorkspaceWall } from "../../lib/platform/workspace_wall.ts";
import { serveBare } from "./serve.ts";

const sql = openPostgres({ ...loadConfig(Deno.env.toObject()).database, isWalled: true });
const wall = new WorkspaceWall(sql);
await wall.learn();

const INSERT = `
  insert into tasks (name, payload, due_at)
  values ('bare', jsonb_build_object('message', $1::text), now() + interval '1 day') returning id`;

serveBare(async (request) => {
  const message = new URL(request.url).searchParams.get("message") ?? "";
  const [row] = await sql.unsafe(INSERT, [message, ...wall.parameterOf("all")], { prepare: true });
  return Response.json({ id: row?.id }, { status: 201 });
});
