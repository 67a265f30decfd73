import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";

/**
 * How long an answer of the server takes at most on its way there and back, in ms, with a browser
 * up to five times slower than it is. Each time it is drawn anew: what a page shows at once comes
 * now long, now just before what the server says.
 */
const LAG_MS = Number(Deno.env.get("BROWSER_LAG_MS") ?? 0);

const MOST_TIMES_SLOWER = 5;

/** The server behind a slow line, where BROWSER_LAG_MS asks for one. */
export function slowly(
  handler: Deno.ServeHandler<Deno.NetAddr>,
): Deno.ServeHandler<Deno.NetAddr> {
  if (LAG_MS === 0) return handler;
  const wait = () => delay(Math.random() * LAG_MS / 2);
  return async (request, info) => {
    await wait();
    const answer = await handler(request, info);
    await wait();
    return answer;
  };
}

/** Slows down each page of these, where BROWSER_LAG_MS asks for it. */
export function slowDown(context: BrowserContext): void {
  if (LAG_MS === 0) return;
  context.on("page", async (page) => {
    const session = await context.newCDPSession(page);
    const rate = 1 + Math.random() * (MOST_TIMES_SLOWER - 1);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
  });
}
