import { TEST_SERVICES } from "../tests/harness/environment.ts";
import { findChromium, provideChromium } from "./local/chromium.ts";
import { type PrivateServices, startPrivateServices } from "./local/private_services.ts";
import { SetupProblem } from "./local/problem.ts";
import { reporter, secondsSince } from "./local/step.ts";
import { addCounts, type Counts, readCounts } from "./local/test_counts.ts";
import { writeTestGroups } from "./local/test_groups.ts";
import { ROOT } from "./local/web_build.ts";

const HELP =
  `Runs the tests, all of them or those of the paths given, against PostgreSQL and Redis servers of
their own on free ports. Ends with a line "N passed, N failed, N skipped".

  deno task test [PATH…] [arguments of deno test]`;

const { step, say } = reporter;

async function main(args: readonly string[]): Promise<boolean> {
  const from = performance.now();
  const paths = args.filter((arg) => !arg.startsWith("-"));
  // Browser tests are the only ones that need it.
  const isForAll = paths.length === 0 || paths.some((path) => path.includes("browser"));
  if (isForAll) await step("Chromium", () => provideChromium(reporter));
  const services = await startPrivateServices(reporter);
  const groups = await Deno.makeTempDir({ prefix: "talent-tests-" });
  let counts: Counts;
  let succeeded: boolean;
  try {
    const all = paths.length === 0 ? await writeTestGroups(ROOT, groups) : [];
    ({ counts, succeeded } = await runTests([...args, ...all], services));
  } finally {
    await Deno.remove(groups, { recursive: true });
    await step("Stopped the private services", () => services.stop());
  }
  say(`In ${secondsSince(from)} s`);
  // A run that fails without a failed test (a module that does not load) counts as one.
  const failed = succeeded ? counts.failed : Math.max(1, counts.failed);
  say(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
  return succeeded;
}

async function runTests(
  args: readonly string[],
  { stop: _stop, ...addresses }: PrivateServices,
): Promise<{ counts: Counts; succeeded: boolean }> {
  const child = new Deno.Command(Deno.execPath(), {
    // Types are checked by `deno task check`, once for all.
    args: ["test", "-A", "--no-check", "--parallel", ...args],
    env: {
      [TEST_SERVICES]: JSON.stringify(addresses),
      CHROMIUM_PATH: findChromium() ?? "",
      NO_COLOR: "1",
      // One file more than cores: each waits for PostgreSQL or the browser a part of its time.
      DENO_JOBS: Deno.env.get("DENO_JOBS") ?? String(navigator.hardwareConcurrency + 1),
      // Pages write times as the server's clock has them.
      TZ: "UTC",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  // Whoever ends this process by its id means the tests as well.
  Deno.addSignalListener("SIGTERM", () => child.kill());
  const [shown, read] = child.stdout.tee();
  const [counts, , { success }] = await Promise.all([
    readAll(read),
    shown.pipeTo(Deno.stdout.writable, { preventClose: true }),
    child.status,
  ]);
  return { counts, succeeded: success };
}

async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Counts> {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) counts = addCounts(counts, readCounts(line));
  }
  return addCounts(counts, readCounts(rest));
}

if (import.meta.main) {
  if (Deno.args[0] === "--help") {
    console.log(HELP);
    Deno.exit(0);
  }
  let code = 1;
  try {
    code = await main(Deno.args) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error);
  }
  Deno.exit(code);
}
