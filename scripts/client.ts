import * as esbuild from "esbuild";
import openapiTypes, {
  astToString,
  type SchemaObject,
  transformSchemaObject,
} from "openapi-typescript";
import { join, relative } from "node:path";
import ts from "typescript";
import type { OpenApiDocument } from "../lib/platform/openapi_types.ts";
import { runCommand } from "./local/command.ts";
import { formatText } from "./local/format.ts";
import { ROOT } from "./local/web_build.ts";

const HELP = `Writes what packages/client has from openapi.json: its types, and who takes no key.

  deno task client             both
  deno task client --build     also packages/client/dist, the package for Node and browsers, with
                               nothing to install beside it`;

const PACKAGE = join(ROOT, "packages/client");
const SCHEMA = join(PACKAGE, "src/schema.ts");
const UNKEYED = join(PACKAGE, "src/unkeyed.ts");

/**
 * Holds the client's types, and what it knows of keys, against the document.
 *
 * @returns What is wrong.
 */
export async function checkClient(isFix: boolean): Promise<string | undefined> {
  const source = await Deno.readTextFile(join(ROOT, "openapi.json"));
  const written = [
    [SCHEMA, await typesOf(source)],
    [UNKEYED, unkeyedOf(JSON.parse(source))],
  ] as const;
  for (const [file, code] of written) {
    const text = await formatText(code, "ts");
    if (await Deno.readTextFile(file).catch(() => "") === text) continue;
    if (!isFix) return `${relative(ROOT, file)} is behind openapi.json: deno task check --fix`;
    await Deno.writeTextFile(file, text);
  }
}

async function typesOf(source: string): Promise<string> {
  const types = astToString(
    await openapiTypes(source, {
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
  return `${WRITTEN}// deno-lint-ignore-file\n\n${MANY}${types}`;
}

const BLOB = ts.factory.createTypeReferenceNode("Blob");

const WRITTEN = "// Written by `deno task client` from openapi.json.\n";

const MANY = "declare const ITEM: unique symbol;\n" +
  "/** A text that holds many of these, one after the other. */\n" +
  "export type Many<Item> = string & { readonly [ITEM]?: Item };\n\n";

function unkeyedOf({ paths }: OpenApiDocument): string {
  const unkeyed = Object.entries(paths).filter(([, { post }]) =>
    post && !JSON.stringify(post.parameters ?? []).includes("/Idempotency-Key")
  ).map(([path]) => path);
  const withIds = unkeyed.filter((path) => path.includes("{"));
  if (withIds.length > 0) throw new RangeError(`No set of paths can hold ${withIds}`);
  return `${WRITTEN}
/** Where a POST takes no \`Idempotency-Key\`: what is sent twice is done twice. */
export const UNKEYED_PATHS: ReadonlySet<string> = new Set(${JSON.stringify(unkeyed)});`;
}

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
