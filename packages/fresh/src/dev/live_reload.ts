const ENCODER = new TextEncoder();

/**
 * Tells a page which code runs here, for as long as it runs: when the server comes back with
 * other code, the browser connects again, learns of it, and loads the page again.
 */
export function aliveStream(revision: string): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      const text = `retry: 200\nevent: revision\ndata: ${revision}\n\n`;
      controller.enqueue(ENCODER.encode(text));
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
