/** What was ticked of the fields `scope NAME`. */
export function chosenScopes(fields: readonly [string, string][]): string[] {
  return fields.flatMap(([field]) => field.startsWith("scope ") ? [field.slice(6)] : []);
}
