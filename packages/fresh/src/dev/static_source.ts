import { join, relative, sep } from "node:path";
import { setBuildId } from "../runtime/build_id.ts";
import type { ResolvedBuildConfig } from "./builder.ts";
import { lockAssets } from "./css_assets.ts";
import type { MadeFile, Transforms } from "./transform.ts";

/** The static folder as the transforms leave it. */
export class StaticSource {
  #config: ResolvedBuildConfig;
  #transforms: Transforms;

  constructor(config: ResolvedBuildConfig, transforms: Transforms) {
    this.#config = config;
    this.#transforms = transforms;
  }

  /** Where a served path lies in the folder; null when it leads out of it or to a hidden file. */
  locate(pathname: string): string | null {
    const path = join(this.#config.staticDir, pathname);
    if (!path.startsWith(this.#config.staticDir + sep)) return null;
    return /\/\.(?!well-known\/)/.test(pathname) ? null : path;
  }

  /** The path under which a file is served. */
  pathnameOf(path: string): string {
    const inside = relative(this.#config.staticDir, path).replaceAll(sep, "/");
    if (inside.startsWith("../")) throw new Error(`${path} lies outside the static folder`);
    return `/${inside}`;
  }

  /**
   * Reads a file and runs the transforms over it.
   *
   * @returns null when the file is to be served as it is.
   * @throws {Deno.errors.NotFound} If there is none.
   */
  async transform(path: string): Promise<MadeFile[] | null> {
    const isCss = path.endsWith(".css");
    if (!isCss && !this.#transforms.wants(path)) return null;
    const { mode, target, root } = this.#config;
    const content = await Deno.readFile(path);
    const made = await this.#transforms.run(path, content, { mode, target, root });
    return (made ?? (isCss ? [{ path, content }] : null))?.map((file) => this.#lock(file)) ?? null;
  }

  #lock(file: MadeFile): MadeFile {
    if (!file.path.endsWith(".css")) return file;
    setBuildId(this.#config.buildId);
    const css = lockAssets(new TextDecoder().decode(file.content));
    return { path: file.path, content: new TextEncoder().encode(css) };
  }
}
