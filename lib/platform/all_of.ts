/** Waits for all of them, as `Promise.all`, each under its name. */
export async function allOf<Named extends Record<string, unknown>>(
  named: Named,
): Promise<{ -readonly [Name in keyof Named]: Awaited<Named[Name]> }> {
  const names = Object.keys(named);
  const values = await Promise.all(Object.values(named));
  // As the type says: a name has the value of its own promise.
  return Object.fromEntries(names.map((name, at) => [name, values[at]])) as never;
}
