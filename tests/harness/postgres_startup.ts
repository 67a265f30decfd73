/** What PostgreSQL's frontend/backend protocol calls version 3.0. */
const PROTOCOL = 196_608;

/**
 * Listens as PostgreSQL would, and answers with the parameters that the first session asks for;
 * whoever connects finds the database away.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html (StartupMessage)
 */
export function listenForStartup(): {
  readonly url: string;
  readonly asked: Promise<ReadonlyMap<string, string>>;
  [Symbol.dispose](): void;
} {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { promise: asked, resolve } = Promise.withResolvers<ReadonlyMap<string, string>>();
  const listen = async () => {
    for await (const connection of listener) {
      const parameters = await readStartup(connection).catch(() => undefined);
      connection.close();
      if (parameters) resolve(parameters);
    }
  };
  void listen();
  const { port } = listener.addr as Deno.NetAddr;
  return {
    url: `postgres://talent:talent@127.0.0.1:${port}/talent`,
    asked,
    [Symbol.dispose]: () => listener.close(),
  };
}

async function readStartup(connection: Deno.Conn): Promise<ReadonlyMap<string, string>> {
  const length = new DataView((await readExactly(connection, 4)).buffer).getUint32(0);
  const message = await readExactly(connection, length - 4);
  if (new DataView(message.buffer).getUint32(0) !== PROTOCOL) throw new Error("no StartupMessage");
  const words = new TextDecoder().decode(message.subarray(4)).split("\0");
  const parameters = new Map<string, string>();
  for (let at = 0; words[at]; at += 2) parameters.set(words[at] ?? "", words[at + 1] ?? "");
  return parameters;
}

async function readExactly(connection: Deno.Conn, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const read = await connection.read(bytes.subarray(at));
    if (read === null) throw new Error("it ended in the middle of a message");
    at += read;
  }
  return bytes;
}
