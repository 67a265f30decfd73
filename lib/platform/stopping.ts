/** Set to "stdin" for a process that must not outlive the one that started it. */
export const LIFELINE = "TALENT_LIFELINE";

const IMPATIENT_MS = 1000;

/**
 * Aborts when the process is asked to stop: by SIGINT or SIGTERM, or, with a lifeline, when the
 * process that started it has gone. Another signal a second later ends it at once.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let askedAt = Infinity;
  const stop = () => {
    // One Ctrl-C may come twice: from the terminal, and passed on by `deno task`.
    if (performance.now() - askedAt > IMPATIENT_MS) Deno.exit(130);
    askedAt = Math.min(askedAt, performance.now());
    controller.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
  if (Deno.env.get(LIFELINE) === "stdin") void untilClosed(Deno.stdin.readable).then(stop);
  return controller.signal;
}

async function untilClosed(stream: ReadableStream<Uint8Array>): Promise<void> {
  try {
    for await (const _chunk of stream);
  } catch {
    // A broken pipe is a closed one.
  }
}
