import http from "node:http";
import https from "node:https";
import { toStorable } from "../input.ts";
import { addressOf, ForbiddenAddress, type Resolve } from "./address.ts";

/** How long an answer is waited for, unless told otherwise. */
export const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 16_384;
const MAX_KEPT_CHARACTERS = 2000;

/** What came of sending something. */
export interface Sent {
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** The beginning of the answer. */
  readonly response: string;
  /** Why it failed, where that is not what was answered. */
  readonly error: string | undefined;
  readonly retryAfter: string | undefined;
  readonly durationMs: number;
}

/** How something is sent; the defaults are the product's, others the tests'. */
export interface SendOptions {
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
  readonly resolve?: Resolve | undefined;
  readonly timeoutMs?: number | undefined;
  /** Certificates to trust in place of the system's. */
  readonly ca?: string | undefined;
}

/**
 * Posts a body, from this very process, and reads the beginning of the answer. Redirects are not
 * followed. Connects to the very address that was checked, under the name that the URL has. Never
 * throws: whatever a receiver does is an answer to be written down.
 */
export async function postHere(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: SendOptions,
): Promise<Sent> {
  const begun = performance.now();
  const late = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const done = (sent: Partial<Sent>): Sent => ({
    status: undefined,
    response: "",
    error: undefined,
    retryAfter: undefined,
    durationMs: Math.round(performance.now() - begun),
    ...sent,
  });
  try {
    const signal = AbortSignal.any([late, options.signal]);
    const given = { ...options, signal };
    return done(await exchange(new URL(target), headers, body, given));
  } catch (error) {
    const isLate = late.aborted && !options.signal.aborted;
    return done({ error: isLate ? "No full answer came in time" : wordsOf(error) });
  }
}

async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  { signal, ca, ...options }: SendOptions,
): Promise<Partial<Sent>> {
  const { address, family } = await raced(addressOf(url.hostname, options), signal);
  const bytes = new TextEncoder().encode(body);
  const request = (url.protocol === "https:" ? https : http).request({
    method: "POST",
    hostname: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port || (url.protocol === "https:" ? 443 : 80),
    path: url.pathname + url.search,
    headers: { ...headers, "content-length": String(bytes.length) },
    agent: false,
    signal,
    ...(ca ? { ca } : {}),
    lookup: (_name, { all }, answer) =>
      all ? answer(null, [{ address, family }]) : answer(null, address, family),
  });
  return await new Promise<Partial<Sent>>((resolve, reject) => {
    request.on("error", reject);
    request.on("response", (message) => {
      const chunks: Uint8Array[] = [];
      let size = 0;
      const end = () => {
        request.destroy();
        resolve({
          status: message.statusCode,
          response: textOf(chunks),
          retryAfter: message.headers["retry-after"],
        });
      };
      message.on("data", (chunk: Uint8Array) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_ANSWER_BYTES) end();
      });
      message.on("end", end);
      message.on("aborted", () => reject(new Error("The answer was cut off")));
      message.on("error", reject);
    });
    request.end(bytes);
  });
}

/** The system's resolver cannot be stopped, but need not be waited for. */
function raced<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function textOf(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
  return toStorable(text.slice(0, MAX_KEPT_CHARACTERS));
}

function wordsOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return error.message;
  const code = (error as { code?: unknown }).code;
  const message = error instanceof Error ? error.message : String(error);
  return toStorable((code ? `${message} (${code})` : message).slice(0, 500));
}
