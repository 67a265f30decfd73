import { Socket } from "node:net";

/**
 * A socket that reports an error only together with its closing.
 *
 * Between the two, postgres.js would go on handing queries to the connection, and those would
 * never be answered.
 */
export class PostgresSocket extends Socket {
  #failure: Error | undefined;

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === "error") {
      this.#failure ??= args[0] as Error;
      return true;
    }
    if (event === "close" && this.#failure) super.emit("error", this.#failure);
    return super.emit(event, ...args);
  }
}

/** Where a server listens, as postgres.js has it from its URL. */
export interface PostgresAddress {
  readonly host: readonly string[];
  readonly port: readonly number[];
  /** Of a Unix socket. */
  readonly path?: string | false;
}

/** Begins to connect; what is written before that succeeds is kept until it does. */
export function connectPostgres({ host: [host], port: [port], path }: PostgresAddress): Socket {
  const socket = new PostgresSocket();
  if (path) socket.connect(path);
  else socket.connect(port ?? 5432, host ?? "localhost");
  return socket;
}
