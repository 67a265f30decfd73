/** A message as a receiver of webhooks got it. */
export interface Received {
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  readonly at: number;
}

/** Somebody who receives webhooks, as well or as badly as the test wants. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  /** What is answered from now on. */
  answer: (message: Received) => Response | Promise<Response>;
}

/** Starts a receiver that answers 204. */
export function startReceiver(): Receiver {
  const received: Received[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { pathname } = new URL(request.url);
    const message = {
      path: pathname,
      headers: request.headers,
      body: await request.text(),
      at: performance.now(),
    };
    received.push(message);
    return await receiver.answer(message);
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.addr as Deno.NetAddr).port}/hook`,
    received,
    answer: () => new Response(null, { status: 204 }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return receiver;
}
