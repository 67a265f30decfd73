/**
 * Asks again and again until the answer is something else than undefined, false or null.
 *
 * @throws After `withinMs`, naming what was waited for.
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = 120_000,
): Promise<Exclude<T, undefined | null | false>> {
  const until = performance.now() + withinMs;
  while (true) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (performance.now() > until) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
