import { parse } from "@cdktn/hcl2json";
import { filesBelow, textOf } from "./deploy_files.ts";

// deno-lint-ignore no-explicit-any -- Terraform's blocks, of which each test reads what it is about
export type Block = any;

/** A folder of Terraform files: one module. */
export interface TerraformModule {
  /** In the checkout. */
  readonly folder: string;
  /** All files as one text. */
  readonly text: string;
  readonly variables: Readonly<Record<string, Block>>;
  readonly outputs: Readonly<Record<string, Block>>;
  readonly calls: Readonly<Record<string, Block>>;
  readonly resources: readonly Resource[];
}

/** A resource or a data source; blocks within it are lists. */
export interface Resource {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  readonly body: Block;
}

/** Reads every folder below `terraform/` by HashiCorp's own parser. @throws With the file's name. */
export async function readTerraform(): Promise<TerraformModule[]> {
  const byFolder = Map.groupBy(
    await filesBelow("terraform", ".tf"),
    (path) => path.slice(0, path.lastIndexOf("/")),
  );
  return await Promise.all([...byFolder].map(([folder, paths]) => readModule(folder, paths)));
}

async function readModule(folder: string, paths: readonly string[]): Promise<TerraformModule> {
  const texts = await Promise.all(paths.map(textOf));
  const files: Block[] = [];
  for (const [index, text] of texts.entries()) files.push(await parse(paths[index] ?? "", text));
  const merged = (key: string): Record<string, Block> =>
    Object.fromEntries(
      files.flatMap((file) => Object.entries<Block>(file[key] ?? {}))
        .map(([name, [body]]) => [name, body]),
    );
  const resources = (["resource", "data"] as const).flatMap((kind) =>
    files.flatMap((file) => Object.entries<Block>(file[kind] ?? {})).flatMap(([type, named]) =>
      Object.entries<Block>(named).map(([name, [body]]) => ({ kind, type, name, body }))
    )
  );
  return {
    folder,
    text: texts.join("\n"),
    variables: merged("variable"),
    outputs: merged("output"),
    calls: merged("module"),
    resources,
  };
}
