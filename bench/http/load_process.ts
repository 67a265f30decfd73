/**
 * A program that loads a server: reads a `Load` as JSON from standard input, writes a `Loaded` to
 * standard output. A process of its own, so that its work is not taken for the server's.
 */
import autocannon from "autocannon";
import type { Load, Loaded } from "./load.ts";

const load = JSON.parse(await new Response(Deno.stdin.readable).text()) as Load;
const { headers = {}, body, tokens, ...rest } = load;
const result = await autocannon({
  ...rest,
  headers: { ...headers },
  ...(body === undefined ? {} : { body }),
  ...(tokens
    ? {
      requests: tokens.map((token) => ({
        headers: { ...headers, authorization: `Bearer ${token}` },
      })),
    }
    : {}),
});
const loaded: Loaded = {
  requests: result["2xx"],
  failed: result.non2xx + result.errors,
  seconds: result.duration,
  p99Ms: result.latency.p99,
};
console.log(JSON.stringify(loaded));
// Its sockets would keep it.
Deno.exit(0);
