import { SetupProblem } from "./problem.ts";
import { findProgram, runProgram } from "./processes.ts";
import type { Reporter } from "./step.ts";

/** The shell has no window, no extensions and no pages of its own: it takes half the time. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The browser that the tests drive; undefined when there is none. */
export function findChromium(): string | undefined {
  const given = Deno.env.get("CHROMIUM_PATH");
  if (given) return given;
  return findProgram(...NAMES) ?? (Deno.build.os === "darwin" ? ON_MACOS : undefined);
}

/**
 * Finds Chromium, or installs it as root on Debian.
 *
 * @throws {SetupProblem} When there is none and it can't be installed.
 */
export async function provideChromium(reporter: Reporter): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const apt = findProgram("apt-get");
  if (apt && Deno.uid() === 0) {
    await reporter.step("Installing Chromium (apt-get)", () => install(apt));
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new SetupProblem(
    "The browser tests need Chromium, and there is none in PATH: install it (Debian and Ubuntu: " +
      `apt-get install ${SHELL}), or set CHROMIUM_PATH to it`,
  );
}

async function install(apt: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const command = [apt, "install", "-y", "-q", "--no-install-recommends", SHELL];
  if ((await runProgram(command, { env })).success) return;
  await runProgram([apt, "update", "-q"], { env });
  const { success, output } = await runProgram(command, { env });
  if (!success) throw new SetupProblem(`Chromium could not be installed:\n${output}`);
}
