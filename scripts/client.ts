import * as esbuild from "esbuild";
import openapiTypes, {
  astToString,
  type SchemaObject,
  transformSchemaObject,
} from "openapi-typescript";
import { join } from "node:path";
import ts from "typescript";
import { runCommand } from "./local/command.ts";
import { formatText } from "./local/format.ts";
import { ROOT } from "./local/web_build.ts";

const HELP = `Writes the types of packages/client from openapi.json.

  deno task client             the types
  deno task client --build     also packages/client/dist, the package for Node and browsers, with
                               nothing to install beside it`;

const PACKAGE = join(ROOT, "packages/client");
const SCHEMA = join(PACKAGE, "src/schema.ts");

/**
 * Holds the client's types against the document.
 *
 * @returns What is wrong.
 */
export async function checkClient(isFix: boolean): Promise<string | undefined> {
  const document = JSON.parse(await Deno.readTextFile(join(ROOT, "openapi.json")));
  const types = astToString(
    await openapiTypes(document, {
      // What has a default may be left out of a request.
      defaultNonNullable: false,
      transform(schema: SchemaObject & { contentSchema?: SchemaObject }, options) {
        if (schema.format === "binary") return BLOB;
        if (!schema.contentSchema) return undefined;
        const item = transformSchemaObject(schema.contentSchema, options);
        return ts.factory.createTypeReferenceNode("Many", [item]);
      },
    }),
  );
  const text = await formatText(`${HEAD}${types}`, "ts");
  if (await Deno.readTextFile(SCHEMA).catch(() => "") === text) return;
  if (!isFix) return "packages/client/src/schema.ts is behind openapi.json: deno task check --fix";
  await Deno.writeTextFile(SCHEMA, text);
}

const BLOB = ts.factory.createTypeReferenceNode("Blob");

const HEAD = "// Written by `deno task client` from openapi.json.\n" +
  "// deno-lint-ignore-file\n\n" +
  "declare const ITEM: unique symbol;\n" +
  "/** A text that holds many of these, one after the other. */\n" +
  "export type Many<Item> = string & { readonly [ITEM]?: Item };\n\n";

/** Bundles the package and writes its declarations. */
export async function buildClient(folder: string): Promise<void> {
  const entry = join(PACKAGE, "src/mod.ts");
  await esbuild.build({
    entryPoints: [entry],
    outfile: join(folder, "mod.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    alias: { "openapi-fetch": fileOf("openapi-fetch") },
    target: ["es2022"],
    logLevel: "warning",
  });
  await esbuild.stop();
  writeDeclarations(entry, folder);
}

/** `mod.d.ts` and what it refers to, the types of openapi-fetch among them. */
function writeDeclarations(entry: string, folder: string): void {
  const options: ts.CompilerOptions = {
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    outDir: folder,
    skipLibCheck: true,
    paths: { "openapi-fetch": [declarationsOf("openapi-fetch")] },
  };
  const host = ts.createCompilerHost(options);
  const write = host.writeFile;
  host.writeFile = (name, text, ...rest) =>
    write(name, text.replaceAll(/(from "\.\/\w+)\.ts"/g, '$1.js"'), ...rest);
  ts.createProgram([entry], options, host).emit();
}

function declarationsOf(name: string): string {
  return fileOf(name).replace(/\.m?js$/, ".d.mts");
}

function fileOf(specifier: string): string {
  return new URL(import.meta.resolve(specifier)).pathname;
}

if (import.meta.main) {
  const options = { build: { type: "boolean" } } as const;
  const code = await runCommand({ help: HELP, options }, async ({ build = false }) => {
    const fault = await checkClient(true);
    if (build) await buildClient(join(PACKAGE, "dist"));
    console[fault ? "error" : "log"](fault ?? "packages/client is what openapi.json says");
    return fault ? 1 : 0;
  });
  Deno.exit(code);
}
