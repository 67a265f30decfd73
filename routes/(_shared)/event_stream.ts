/** A piece of news; the browser says `id` again when it comes back. */
export interface StreamEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

const HEARTBEAT_MS = 15_000;

/**
 * Answers with server-sent events until `events` ends or the browser goes.
 *
 * @param events Started at once; its iterator is returned when the browser goes.
 */
export function eventStream(events: AsyncGenerator<StreamEvent>): Response {
  const encoder = new TextEncoder();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send("retry: 2000\n\n");
      heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      try {
        for await (const { id, name, data } of events) {
          send(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
        }
        controller.close();
      } catch (error) {
        // The status is sent already; the browser comes back and is told what is wrong then.
        controller.error(error);
      } finally {
        clearInterval(heartbeat);
      }
    },
    cancel() {
      clearInterval(heartbeat);
      return events.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}
