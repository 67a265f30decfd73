/** One server-sent event. */
export interface ServerEvent {
  /** What the client sends back as `Last-Event-ID` when it resumes. */
  readonly id: string;
  readonly event: string;
  /** Sent as JSON. */
  readonly data: unknown;
}

/** So often something is sent, so that proxies and clients know the stream to be alive. */
const HEARTBEAT_MS = 15_000;

/** How long a client waits before it comes back. */
const RETRY_MS = 2000;

const openStreams = new Set<AbortController>();

/** Ends all streams of this process, which would otherwise keep it from stopping. */
export function endEventStreams(): void {
  for (const stream of openStreams) stream.abort();
}

/**
 * Answers with server-sent events as they come, and a comment as heartbeat between them.
 *
 * The first event is awaited, so that what throws before it becomes an error answer.
 *
 * @param open Gets a signal that aborts when the client has gone; its events end the stream.
 */
export async function eventStream(
  open: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  { heartbeatMs = HEARTBEAT_MS }: { heartbeatMs?: number } = {},
): Promise<Response> {
  const gone = new AbortController();
  const events = open(gone.signal)[Symbol.asyncIterator]();
  const first = await events.next();
  openStreams.add(gone);
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send(`retry: ${RETRY_MS}\n\n`);
      timer = setInterval(() => send(": alive\n\n"), heartbeatMs);
      void pump(first, events, send).then(() => controller.close())
        .catch((error) => controller.error(error))
        .finally(() => {
          clearInterval(timer);
          openStreams.delete(gone);
        });
    },
    cancel() {
      clearInterval(timer);
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

async function pump(
  first: IteratorResult<ServerEvent>,
  events: AsyncIterator<ServerEvent>,
  send: (text: string) => void,
): Promise<void> {
  for (let next = first; !next.done; next = await events.next()) {
    const { id, event, data } = next.value;
    send(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
