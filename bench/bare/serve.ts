/** Serves on a free port and prints it; ends with whoever started it. */
export function serveBare(handler: (request: Request) => Promise<Response> | Response): void {
  Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: ({ port }) => console.log(port),
  }, handler);
  void Deno.stdin.readable.pipeTo(new WritableStream()).finally(() => Deno.exit(0));
}

/** A setting that whoever starts the program gives. */
export function given(name: string): string {
  const value = Deno.env.get(name);
  if (value === undefined) throw new RangeError(`${name} is not given`);
  return value;
}
