import type { VirusScanConfig } from "./settings/virus_scan.ts";
import { Unavailable } from "./errors.ts";
import { logger } from "./log.ts";

const CHUNK_BYTES = 64 * 1024;
/** An answer is one line; a longer one is no answer. */
const MAX_ANSWER_BYTES = 1024;
const DEFAULT_PORT = 3310;

/**
 * Asks ClamAV's daemon about bytes, by its command INSTREAM: chunks, each behind its length, and an
 * empty one at the end.
 *
 * @returns The name of the signature that fits; undefined when none does.
 * @throws {Unavailable} If no answer comes in time, or one that says neither.
 * @see https://docs.clamav.net/manual/Usage/Scanning.html#clamd
 */
export async function scanForViruses(
  config: VirusScanConfig,
  bytes: Uint8Array,
): Promise<string | undefined> {
  let answer: string;
  try {
    answer = await ask(config, bytes);
  } catch (cause) {
    logger("storage").warn("The virus scanner does not answer: {cause}", { cause });
    throw unavailable(cause);
  }
  if (/: OK$/.test(answer)) return undefined;
  const signature = /: (\S{1,200}) FOUND$/.exec(answer)?.[1];
  if (signature) return signature;
  logger("storage").error("The virus scanner answers {answer}", { answer });
  throw unavailable();
}

async function ask({ url, timeoutMs }: VirusScanConfig, bytes: Uint8Array): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  using connection = await connect(new URL(url), signal);
  // Waiting reads and writes end with the connection.
  const end = () => connection.close();
  signal.addEventListener("abort", end);
  try {
    // It may answer before it has read all, and then reads no more.
    const sending = send(connection, bytes).catch(() => {});
    const answer = await readAnswer(connection);
    await sending;
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", end);
  }
}

async function connect(url: URL, signal: AbortSignal): Promise<Deno.Conn> {
  if (url.protocol === "unix:") {
    return await Deno.connect({ transport: "unix", path: url.pathname });
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const connecting = Deno.connect({ hostname, port: Number(url.port) || DEFAULT_PORT });
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  );
  late.catch(() => {}); // it loses the race, mostly
  connecting.then((connection) => signal.aborted && connection.close(), () => {});
  return await Promise.race([connecting, late]);
}

async function send(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  await writeAll(connection, new TextEncoder().encode("zINSTREAM\0"));
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    await writeAll(connection, length(chunk.length));
    await writeAll(connection, chunk);
  }
  await writeAll(connection, length(0));
}

function length(count: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, count);
  return bytes;
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}

async function readAnswer(connection: Deno.Conn): Promise<string> {
  const answer = new Uint8Array(MAX_ANSWER_BYTES);
  for (let filled = 0; filled < answer.length;) {
    const count = await connection.read(answer.subarray(filled));
    const end = answer.subarray(0, filled + (count ?? 0)).indexOf(0);
    if (end >= 0) return new TextDecoder().decode(answer.subarray(0, end)).trim();
    if (count === null) break;
    filled += count;
  }
  throw new RangeError("The answer has no end");
}

function unavailable(cause?: unknown): Unavailable {
  return new Unavailable("Files cannot be scanned for viruses at the moment: try again later", {
    cause,
  });
}
