/** How often and how long calls are tried again. */
export interface RetryOptions {
  /** How often one call is made at most; default 4. */
  readonly maxAttempts?: number;
  /** Longer than this nobody waits: the answer is handed on. Default 60. */
  readonly maxWaitSeconds?: number;
  /** Waits; only a test has another one. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Answers that another attempt may better, if the call may be made twice. */
export const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);

/** RFC 9110, 9.2.2. */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Makes a call until it is answered for good. A refusal for too many calls (429) is tried again in
 * any case: nothing was done. What may have been done (no answer, 502, 503, 504) is tried again
 * only where doing it twice is doing it once: by the method, or by an `Idempotency-Key`. So is a
 * keyed call whose first attempt still runs (409 with `Retry-After`): its answer comes in the end.
 *
 * @param send Makes one attempt of its own copy of the request.
 * @throws What `send` throws, at the last attempt or when it may not be tried again.
 */
export async function withRetries(
  request: Request,
  send: (request: Request) => Promise<Response>,
  { maxAttempts = 4, maxWaitSeconds = 60, wait = waitFor }: RetryOptions = {},
): Promise<Response> {
  const isSafe = IDEMPOTENT.has(request.method) ||
    request.headers.has("idempotency-key");
  for (let attempt = 1;; attempt++) {
    const isLast = attempt >= maxAttempts;
    let response: Response;
    try {
      response = await send(isLast ? request : request.clone());
    } catch (error) {
      if (isLast || !isSafe || request.signal.aborted) throw error;
      await wait(backoffMs(attempt), request.signal);
      continue;
    }
    const mayRetry = response.status === 429 ||
      (isSafe && (PASSING.has(response.status) || isRunning(response)));
    if (isLast || !mayRetry) return response;
    const waitMs = retryAfterMs(response) ?? backoffMs(attempt);
    if (waitMs > maxWaitSeconds * 1000) return response;
    await response.body?.cancel();
    await wait(waitMs, request.signal);
  }
}

function isRunning({ status, headers }: Response): boolean {
  return status === 409 && headers.has("retry-after");
}

/**
 * How long to wait behind an attempt that failed: twice as long with each, less a part by chance,
 * so that not all come back at once.
 *
 * @param attempt From 1.
 */
export function backoffMs(
  attempt: number,
  { firstMs = FIRST_WAIT_MS, longestMs = LONGEST_WAIT_MS } = {},
): number {
  return Math.min(longestMs, firstMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(
  response: Response,
  now = Date.now(),
): number | undefined {
  const value = response.headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** @throws The signal's reason, as soon as it is given up. */
export function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, ms);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}
