export type TransformMode = "development" | "production";

/** Which static files a transform is for. */
export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
  /** Paths that are left alone: by pattern, or by a part of them. */
  exclude?: Array<string | RegExp>;
}

export interface OnTransformResult {
  content: string | Uint8Array;
  /** Where the file goes; its own path when left out. */
  path?: string;
  map?: string | Uint8Array;
}

/** A file on its way to the build. */
export interface OnTransformArgs {
  path: string;
  target: string | string[];
  text: string;
  content: Uint8Array;
  mode: TransformMode;
  root: string;
}

type Outcome =
  | void
  | OnTransformResult
  | Array<{ path: string } & Omit<OnTransformResult, "path">>;

/** Gives the file, or several, or nothing to leave it as it is. */
export type TransformFn = (args: OnTransformArgs) => Outcome | Promise<Outcome>;

/** A file that a transform has made. */
export interface MadeFile {
  path: string;
  content: Uint8Array<ArrayBuffer>;
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** The transforms of a build, applied to each static file in the order in which they were added. */
export class Transforms {
  #all: { options: OnTransformOptions; run: TransformFn }[] = [];

  add(options: OnTransformOptions, run: TransformFn): void {
    this.#all.push({ options, run });
  }

  /** Whether any transform wants this file. */
  wants(path: string): boolean {
    return this.#all.some(({ options }) => isFor(options, path));
  }

  /**
   * Runs the transforms over a file. What they add is transformed too.
   *
   * @returns All files that come of it; null when none of the transforms gave anything.
   */
  async run(
    path: string,
    content: Uint8Array<ArrayBuffer>,
    about: { mode: TransformMode; target: string | string[]; root: string },
  ): Promise<MadeFile[] | null> {
    const queue: MadeFile[] = [{ path, content }];
    const made: MadeFile[] = [];
    const seen = new Set<string>();
    let isTouched = false;
    for (const file of queue) {
      if (seen.has(file.path)) continue;
      seen.add(file.path);
      for (const { options, run } of this.#all) {
        if (!isFor(options, file.path)) continue;
        const { path, content } = file;
        const text = DECODER.decode(content);
        const outcome = await run({ ...about, path, content, text });
        if (outcome === undefined || outcome === null) continue;
        isTouched = true;
        for (const result of Array.isArray(outcome) ? outcome : [outcome]) {
          const next = bytesOf(result.content);
          const goesTo = result.path ?? file.path;
          const isSame = goesTo === file.path || !Array.isArray(outcome);
          if (isSame) Object.assign(file, { path: goesTo, content: next });
          else queue.push({ path: goesTo, content: next });
          if (result.map !== undefined) {
            made.push({ path: `${goesTo}.map`, content: bytesOf(result.map) });
          }
        }
      }
      made.push(file);
    }
    return isTouched ? made : null;
  }
}

function isFor({ filter, exclude = [] }: OnTransformOptions, path: string): boolean {
  filter.lastIndex = 0; // a sticky or global pattern remembers
  if (!filter.test(path)) return false;
  return !exclude.some((part) => typeof part === "string" ? path.includes(part) : part.test(path));
}

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  // Copied, since a view on shared memory cannot be sent.
  return typeof content === "string" ? ENCODER.encode(content) : new Uint8Array(content);
}
