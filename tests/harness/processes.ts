import { type Child, startChild } from "../../scripts/local/child.ts";
import { argumentsOf } from "../../scripts/local/permissions.ts";
import { freePort } from "../../scripts/local/processes.ts";
import { buildWeb } from "../../scripts/local/web_build.ts";
import { waitFor } from "./wait.ts";

/** A web server as a process of its own. */
export interface WebProcess extends Child {
  /** Without a slash at the end. */
  readonly url: string;
}

/**
 * Starts a web server on the services that `env` names, and waits until it answers.
 *
 * @param env As of `testServices()`; `PORT` is chosen here unless `port` is given.
 */
export async function startWeb(
  env: Readonly<Record<string, string>>,
  port: number = freePort(),
): Promise<WebProcess> {
  await buildWeb();
  const given = { ...env, PORT: String(port) };
  const child = startChild("Web", await argumentsOf("web", given), given);
  const url = `http://127.0.0.1:${port}`;
  let ended: number | undefined;
  child.exited.then((code) => ended = code);
  await waitFor("the web server to answer", async () => {
    if (ended !== undefined) throw new Error(`The web server ended with code ${ended}`);
    const response = await fetch(`${url}/api/v1/health`).catch(() => undefined);
    await response?.body?.cancel();
    return response !== undefined;
  }, 60_000);
  return { ...child, url };
}

/** Starts a worker on the services that `env` names. */
export async function startWorker(env: Readonly<Record<string, string>>): Promise<Child> {
  return startChild("Worker", await argumentsOf("worker", env), env);
}
