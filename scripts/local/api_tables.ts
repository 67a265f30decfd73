import { join } from "node:path";
import { PERMISSIONS, ROLE_PERMISSIONS, SCOPES } from "../../lib/accounts/permissions.ts";
import type { Role } from "../../lib/accounts/principal.ts";
import type { PlacedOperation } from "../../lib/platform/openapi.ts";
import type { HttpMethod, OpenApiDocument } from "../../lib/platform/openapi_types.ts";
import { currentDocument } from "./api_document.ts";
import { allOperations } from "./api_operations.ts";
import { formatText } from "./format.ts";
import { ROOT } from "./web_build.ts";

const FILE = join(ROOT, "docs/api.md");

const ROLES: Readonly<Record<Role, string>> = {
  owner: "owner",
  recruiter: "recruiter",
  hiring_manager: "hiring manager",
  viewer: "viewer",
};

/**
 * Holds the tables of docs/api.md that stand between marks against the code.
 *
 * @returns What is wrong.
 */
export async function checkApiTables(isFix: boolean): Promise<string | undefined> {
  const text = await Deno.readTextFile(FILE);
  const tables = {
    operations: operationsTable(await currentDocument(), await allOperations()),
    permissions: permissionsTable(),
  };
  let wanted = text;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [`<!-- ${name}: deno task check --fix -->`, `<!-- end of ${name} -->`];
    const from = wanted.indexOf(begin);
    const to = wanted.indexOf(end);
    if (from < 0 || to < from) return `docs/api.md has no marks around its ${name}: ${begin}`;
    wanted = `${wanted.slice(0, from)}${begin}\n\n${table}\n${wanted.slice(to)}`;
  }
  wanted = await formatText(wanted, "md");
  if (wanted === text) return;
  if (!isFix) return "docs/api.md is not what the operations say: deno task check --fix";
  await Deno.writeTextFile(FILE, wanted);
}

/** A row for each operation, in the order of the document's tags. */
function operationsTable(document: OpenApiDocument, operations: readonly PlacedOperation[]) {
  const order = document.tags.map(({ name }) => name);
  const rows = operations.toSorted((a, b) =>
    order.indexOf(a.operation.tag ?? "") - order.indexOf(b.operation.tag ?? "")
  ).map(({ method, path, operation }) => {
    const { may, summary, answer, status = answer ? 200 : 204 } = operation;
    const input = inputOf(document, method, path);
    return [
      `\`${method} ${path}\``,
      may === "anyone" ? "–" : `\`${may}\``,
      String(status),
      `${summary}${input ? `. ${input}` : ""}`.replaceAll("|", "\\|"),
    ];
  });
  return tableOf(["operation", "permission", "success", ""], rows);
}

/** What it takes: the names of the query, and the fields of the body. */
function inputOf({ paths, components }: OpenApiDocument, method: string, path: string): string {
  const operation = paths[path]?.[method.toLowerCase() as HttpMethod];
  const query = (operation?.parameters ?? [])
    .flatMap((one) => "$ref" in one || one.in !== "query" ? [] : [`\`${one.name}\``])
    .filter((name) => !PAGE_FIELDS.has(name));
  const [type, media] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? [];
  const name = media?.schema.$ref?.slice("#/components/schemas/".length);
  const schema = name ? components.schemas[name] : media?.schema;
  const fields = Object.keys(schema?.properties ?? {})
    .map((field) => schema?.required?.includes(field) ? field : `${field}?`);
  const kind = type === "application/json" ? "" : "form ";
  return [
    query.length > 0 ? `Query: ${query.join(", ")}` : "",
    fields.length > 0 ? `Body: ${kind}\`{${fields.join(", ")}}\`` : "",
  ].filter(Boolean).join(". ");
}

/** What all lists take; said once, under "Lists". */
const PAGE_FIELDS = new Set(["`page`", "`items_per_page`", "`fields`", "`cursor`"]);

/** A row for each permission. */
function permissionsTable(): string {
  const roles = Object.keys(ROLES) as Role[];
  const rows = PERMISSIONS.map((permission) => [
    `\`${permission}\``,
    ...roles.map((role) => ROLE_PERMISSIONS[role].includes(permission) ? "yes" : "–"),
    (SCOPES as readonly string[]).includes(permission) ? "yes" : "–",
  ]);
  return tableOf(["", ...Object.values(ROLES), "API key's scope"], rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n") + "\n";
}
