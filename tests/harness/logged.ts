import { LIFELINE } from "../../lib/platform/stopping.ts";
import { ROOT } from "../../scripts/local/web_build.ts";
import { waitFor } from "./wait.ts";

/** A process of the product whose log is kept. */
export class Logged implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #read: Promise<void>;
  #status: Deno.CommandStatus | undefined;
  log = "";

  /** @param script Below the root of the repository. */
  constructor(script: string, env: Readonly<Record<string, string>>) {
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", script],
      cwd: ROOT,
      env: { ...env, [LIFELINE]: "stdin" },
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#read = this.#keep(this.#process.stderr);
    void this.#process.status.then((status) => this.#status = status);
  }

  async #keep(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of stream) this.log += decoder.decode(chunk, { stream: true });
  }

  /**
   * Waits until it has ended, and all of its log is here.
   *
   * @throws When it does not end.
   */
  async ended(): Promise<Deno.CommandStatus> {
    const status = await waitFor("the end of the process", () => this.#status);
    await this.#read;
    return status;
  }

  /** Asks it to stop, as whoever runs it does, and waits until it has. */
  stop(): Promise<Deno.CommandStatus> {
    this.#process.kill("SIGTERM");
    return this.ended();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
    await this.#process.status;
    await this.#read;
  }
}
