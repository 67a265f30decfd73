import { join } from "node:path";
import { runCommand } from "./local/command.ts";
import { checkClient } from "./client.ts";
import { checkApiTables } from "./local/api_tables.ts";
import { findAsvsFaults } from "./local/asvs_list.ts";
import { configurationDoc, envExample } from "./local/config_docs.ts";
import { findDocFaults } from "./local/docs_links.ts";
import { formatText } from "./local/format.ts";
import { findImportFaults } from "./local/import_rules.ts";
import { findMigrationFaults } from "./local/migration_rules.ts";
import { runProgram } from "./local/processes.ts";
import { secondsSince } from "./local/step.ts";
import { ROOT } from "./local/web_build.ts";
import { checkLexiconIndex } from "./lexicon_index.ts";
import { checkDocument } from "./openapi.ts";

const HELP =
  `Holds the code against its rules: format, lint, types, the direction of imports, and what is
written from the settings' schema, the operations of the API, the lexicon and the engine's verdicts;
the links and commands of the docs; and what migrations may do while people work.

  deno task check [--fix]

  --fix   formats and writes instead of complaining`;

type Check = (isFix: boolean) => Promise<string | undefined>;

const CHECKS: Record<string, Check> = {
  "Settings": checkSettings,
  "API": checkApi,
  "Lexicon": checkLexiconIndex,
  "Evaluation": (isFix) => deno("run", "-A", "bench/evaluate.ts", ...(isFix ? [] : ["--check"])),
  "Format": (isFix) => deno("fmt", ...(isFix ? [] : ["--check"])),
  "Lint": () => deno("lint"),
  "Types": () => deno("check", "."),
  "Docs": checkDocs,
  "Imports": async () => (await findImportFaults(ROOT)).join("\n") || undefined,
  "Migrations": async () => (await findMigrationFaults(ROOT)).join("\n") || undefined,
};

async function deno(...args: string[]): Promise<string | undefined> {
  const { success, output } = await runProgram([Deno.execPath(), ...args], { cwd: ROOT });
  return success ? undefined : output;
}

/** openapi.json, the client's types and the tables of docs/api.md say what the operations say. */
async function checkApi(isFix: boolean): Promise<string | undefined> {
  const faults: (string | undefined)[] = [];
  for (const check of [checkDocument, checkClient, checkApiTables]) {
    faults.push(await check(isFix));
  }
  return faults.filter(Boolean).join("\n") || undefined;
}

/** `.env.example` and docs/configuration.md say what the schema says. */
async function checkSettings(isFix: boolean): Promise<string | undefined> {
  const faults: string[] = [];
  const texts = { ".env.example": envExample(), "docs/configuration.md": configurationDoc() };
  for (const [name, text] of Object.entries(texts)) {
    const path = join(ROOT, name);
    const wanted = name.endsWith(".md") ? await formatText(text, "md") : text;
    if (isFix) await Deno.writeTextFile(path, wanted);
    const found = await Deno.readTextFile(path).catch(() => "");
    if (found !== wanted) faults.push(`${name} is not what the schema says: deno task check --fix`);
  }
  return faults.join("\n") || undefined;
}

/** Links and commands lead somewhere, and so does each proof in docs/security/asvs.md. */
async function checkDocs(): Promise<string | undefined> {
  const faults = [...await findDocFaults(ROOT), ...await findAsvsFaults(ROOT)];
  return faults.join("\n") || undefined;
}

async function main(isFix: boolean): Promise<number> {
  let faults = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    const from = performance.now();
    const fault = await check(isFix);
    console.log(`${name.padEnd(12)} ${fault ? "FAILED" : "ok"}  ${secondsSince(from)} s`);
    if (fault) {
      faults++;
      console.log(fault);
    }
  }
  return faults === 0 ? 0 : 1;
}

if (import.meta.main) {
  const options = { fix: { type: "boolean" } } as const;
  Deno.exit(await runCommand({ help: HELP, options }, ({ fix = false }) => main(fix)));
}
