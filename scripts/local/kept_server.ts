import type { Reporter } from "./step.ts";

/** A server of our own. */
export interface Server {
  readonly url: string;
  /** Its exit code, when it has ended. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

const AGAIN_MS = 500;

/**
 * Starts a server, and starts it again at the same address whenever it ends before `stop()`.
 *
 * @param start Given an address, starts it there and nowhere else.
 * @throws What `start` throws the first time; later failures are told and tried again.
 */
export async function keepServer(
  name: string,
  start: (at?: URL) => Promise<Server>,
  { say }: Pick<Reporter, "say">,
): Promise<Pick<Server, "url" | "stop">> {
  let server = await start();
  const { url } = server;
  const stopping = Promise.withResolvers<void>();
  let isStopping = false;
  let restarted = Promise.resolve();
  const again = async () => {
    while (!isStopping) {
      try {
        server = await start(new URL(url));
        return watch();
      } catch (error) {
        say(`${name} cannot be started again: ${(error as Error).message}`);
        const pause = Promise.withResolvers<void>();
        const timer = setTimeout(pause.resolve, AGAIN_MS);
        await Promise.race([pause.promise, stopping.promise]);
        clearTimeout(timer);
      }
    }
  };
  const watch = () => {
    void server.exited.then((code) => {
      if (isStopping) return;
      say(`${name} ended (code ${code}) and is started again`);
      restarted = again();
    });
  };
  watch();
  return {
    url,
    async stop() {
      isStopping = true;
      stopping.resolve();
      await restarted;
      await server.stop();
    },
  };
}
