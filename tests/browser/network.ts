import type { CDPSession, Page } from "playwright-core";

/** One a page: a second one would not take back what the first one set. */
const SESSIONS = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Makes the network of a page slow from now on; 0 makes it fast again.
 *
 * @param latencyMs How long the first byte of each answer takes at least.
 * @param uploadBytes How much is sent in a second at most; -1 for any.
 */
export async function slowDown(page: Page, latencyMs: number, uploadBytes = -1): Promise<void> {
  const session = SESSIONS.get(page) ?? page.context().newCDPSession(page);
  SESSIONS.set(page, session);
  const network = await session;
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: -1,
    uploadThroughput: uploadBytes,
  });
}
