import { WEB_ENGINE } from "../../scripts/local/engine.ts";

/** A program that does the least, running. */
export interface BareServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** Starts one of the programs of this folder, as the web server is, and waits for its port. */
export async function startBare(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<BareServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", WEB_ENGINE, new URL(`./${program}.ts`, import.meta.url).href],
    env: { ...env },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  const port = Number(value);
  if (!(port > 0)) throw new RangeError(`${program} did not start`);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      await child.stdin.close();
      await reader.cancel();
      await child.status;
    },
  };
}
