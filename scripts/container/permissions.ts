/**
 * Gives permissions of this process up for good: what it loads afterwards can't take them back.
 *
 * The image starts every command with what the most demanding one needs (see `ENTRYPOINT` in the
 * Dockerfile); this takes away what the others do not.
 */
export async function giveUp(names: readonly Deno.PermissionName[]): Promise<void> {
  for (const name of names) await Deno.permissions.revoke({ name });
}
