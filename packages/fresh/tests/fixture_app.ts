import { join } from "node:path";
import type { App } from "fresh";
import { Builder } from "fresh/dev";
import type { State } from "./fixture/define.ts";

const ROOT = join(import.meta.dirname ?? "", "fixture");

/** A copy of the fixture that a test may change and build; gone when the test is over. */
export interface FixtureCopy extends AsyncDisposable {
  root: string;
}

/** Copies the fixture to a folder beside it, where its imports hold. */
export async function copyFixture(): Promise<FixtureCopy> {
  const root = await Deno.makeTempDir({
    dir: import.meta.dirname,
    prefix: "_fixture_",
  });
  await copyFolder(ROOT, root);
  return {
    root,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (name === "_fresh") continue;
    if (isDirectory) await copyFolder(join(from, name), join(to, name));
    else await Deno.copyFile(join(from, name), join(to, name));
  }
}

/** The fixture's app with its build in memory. */
export async function fixtureApp(
  mode: "development" | "production" = "production",
): Promise<App<State>> {
  const builder = new Builder<State>({ root: ROOT });
  const apply = await builder.build({ mode, snapshot: "memory" });
  const { app } = await import("./fixture/main.ts");
  app.config.mode = mode;
  apply(app);
  return app;
}

/** Asks a handler as a browser would. */
export function ask(
  handler: (request: Request) => Promise<Response>,
  path: string,
  init?: RequestInit,
): Promise<Response> {
  return handler(new Request(`http://localhost${path}`, init));
}
