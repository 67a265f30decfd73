import assert from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { freePort } from "../../scripts/local/processes.ts";
import { ROOT } from "../../scripts/local/web_build.ts";
import { waitFor } from "./wait.ts";

/** How long a slow machine may take. */
const PATIENCE_MS = 300_000;

/** A process of the product, run as it is run where it is installed. */
export interface Shipped {
  readonly url: string;
  /** All that it wrote. */
  readonly output: () => string;
  /** Asks it to stop. @returns Its exit code. */
  stop(): Promise<number>;
}

/** Runs a command to its end. @returns Its exit code and all that it wrote. */
export async function runShipped(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string }> {
  const { code, stdout, stderr } = await command(words, env).output();
  const text = new TextDecoder();
  return { code, output: text.decode(stdout) + text.decode(stderr) };
}

/** Starts a web server, and waits until it says that it is ready. */
export async function startShipped(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Shipped> {
  const port = freePort();
  const child = command(words, { ...env, PORT: String(port) }).spawn();
  let output = "";
  const listen = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) output += text;
  };
  const heard = Promise.all([listen(child.stdout), listen(child.stderr), child.status]);
  let code: number | undefined;
  void heard.then(([, , status]) => code = status.code);
  const url = `http://127.0.0.1:${port}`;
  await waitFor("the product to be ready", async () => {
    if (code !== undefined) throw new Error(`It ended with ${code}:\n${output}`);
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok;
  }, PATIENCE_MS);
  return {
    url,
    output: () => output,
    async stop() {
      child.kill("SIGTERM");
      const [, , status] = await heard;
      return status.code;
    },
  };
}

function command(
  [program = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  return new Deno.Command(program, {
    args,
    cwd: ROOT,
    clearEnv: true,
    env: { ...env, NO_COLOR: "1", DENO_DIR: denoDir() },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

let found: string | undefined;

/** Where Deno keeps the packages. */
export function denoDir(): string {
  if (found !== undefined) return found;
  const { stdout } = new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).outputSync();
  const { denoDir } = JSON.parse(new TextDecoder().decode(stdout)) as { denoDir: string };
  return found = denoDir;
}

/** Signs in, posts a job, hands in a PDF, and waits until the product has judged it. */
export async function judgesAPdf(url: string, password: string): Promise<void> {
  const form = new URLSearchParams({ username: "admin", password });
  const { access_token: token } = await ask(`${url}/api/v1/login`, { method: "POST", body: form });
  const headers = { authorization: `Bearer ${token}` };
  const post = (path: string, body: BodyInit, more = {}) =>
    ask(`${url}/api/v1${path}`, { method: "POST", body, headers: { ...headers, ...more } });
  const description = "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL";
  const job = await post("/jobs", JSON.stringify({ title: "Backend engineer", description }), {
    "content-type": "application/json",
  });
  const files = new FormData();
  files.append("files", new Blob([await pdf()], { type: "application/pdf" }), "cv.pdf");
  await post(`/jobs/${job.id}/resumes`, files);
  await waitFor("the résumé to be judged", async () => {
    const { data } = await ask(`${url}/api/v1/jobs/${job.id}/ranking`, { headers });
    return data.length === 1 && data[0].score > 0;
  }, PATIENCE_MS);
}

// deno-lint-ignore no-explicit-any -- answers of the API, of which a story reads what it needs
async function ask(url: string, init: RequestInit): Promise<any> {
  const response = await fetch(url, init);
  const text = await response.text();
  assert.ok(response.ok, `${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

async function pdf(): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = ["Robin Jansen", "robin@example.com", "Experience", "2019 - 2025 Backend engineer"];
  document.addPage().drawText([...lines, "Wrote TypeScript and PostgreSQL"].join("\n"), {
    x: 50,
    y: 700,
    size: 12,
    font,
  });
  return await document.save() as Uint8Array<ArrayBuffer>;
}
