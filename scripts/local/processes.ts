import { SetupProblem } from "./problem.ts";

/** The command line of a running process; undefined when there is none of that number. */
export function commandLine(pid: number): string | undefined {
  try {
    // A zombie has an empty one: it runs no longer.
    return Deno.readTextFileSync(`/proc/${pid}/cmdline`).replaceAll("\0", " ") || undefined;
  } catch {
    return Deno.build.os === "linux" ? undefined : commandLineByPs(pid);
  }
}

function commandLineByPs(pid: number): string | undefined {
  const { success, stdout } = new Deno.Command("ps", {
    args: ["-o", "command=", "-p", String(pid)],
    stderr: "null",
  }).outputSync();
  return success ? new TextDecoder().decode(stdout).trim() || undefined : undefined;
}

/** Whether `pid` runs and is ours: a number may have gone to another program since. */
export function ownProcess(pid: number, mark: string): boolean {
  return commandLine(pid)?.includes(mark) ?? false;
}

/** A port on 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

/**
 * Makes sure that the port can be listened on; 0 finds a free one.
 *
 * @throws {SetupProblem} When another program has it.
 */
export function checkPort(hostname: string, port: number): number {
  try {
    const listener = Deno.listen({ hostname, port });
    listener.close();
    return (listener.addr as Deno.NetAddr).port;
  } catch (error) {
    const reason = error instanceof Deno.errors.AddrInUse
      ? "another program listens there; stop it, or set PORT to another number"
      : `${(error as Error).message}; set HOST and PORT to what this machine may listen on`;
    throw new SetupProblem(`Cannot listen on ${hostname} port ${port}: ${reason}`);
  }
}

/** The path of the first of these programs that PATH holds. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = [
    ...(Deno.env.get("PATH") ?? "").split(":"),
    "/usr/local/bin",
    "/usr/bin",
    "/usr/sbin",
    "/opt/homebrew/bin",
  ];
  for (const name of names) {
    for (const folder of folders) {
      if (folder !== "" && isFile(`${folder}/${name}`)) return `${folder}/${name}`;
    }
  }
  return undefined;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Runs a program to its end and answers what it printed. */
export async function runProgram(
  command: readonly string[],
  options: Omit<Deno.CommandOptions, "args" | "stdin" | "stdout" | "stderr"> = {},
): Promise<{ success: boolean; output: string }> {
  const [program = "", ...args] = command;
  const { success, stdout, stderr } = await new Deno.Command(program, {
    ...options,
    args,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  return { success, output: `${decoder.decode(stdout)}${decoder.decode(stderr)}`.trim() };
}

/** Whether something of that name exists. */
export async function pathExists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
