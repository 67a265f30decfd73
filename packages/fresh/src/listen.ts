/** Where and how to serve. */
export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & {
    /** An address under which others reach the server, to be shown beside the local one. */
    remoteAddress?: string;
  };

type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/**
 * Starts to serve.
 *
 * @throws {Deno.errors.AddrInUse} If the port, or each of the ports tried, is taken.
 */
export function listenOn(handler: Handler, options: ListenOptions, basePath: string): void {
  const settings = { onListen: sayAddress(options, basePath), ...options };
  if (options.port === undefined) serveOnFreePort(settings, handler);
  else Deno.serve(settings, handler);
}

function serveOnFreePort(options: ListenOptions, handler: Handler): void {
  for (let port = FIRST_PORT; port < LAST_PORT; port++) {
    try {
      Deno.serve({ ...options, port }, handler);
      return;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
  Deno.serve({ ...options, port: LAST_PORT }, handler);
}

function sayAddress(options: ListenOptions, basePath: string) {
  return ({ hostname, port }: Deno.NetAddr) => {
    const protocol = options.key !== undefined ? "https" : "http";
    const isAnywhere = hostname === "0.0.0.0" || hostname === "::";
    const host = isAnywhere ? "localhost" : hostname.includes(":") ? `[${hostname}]` : hostname;
    console.log(`Listening on ${protocol}://${host}:${port}${basePath}/`);
    if (options.remoteAddress !== undefined) console.log(`Reached as ${options.remoteAddress}`);
  };
}
