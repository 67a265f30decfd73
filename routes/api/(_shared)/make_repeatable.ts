import type { State } from "../../../define.ts";
import type { Principal } from "../../../lib/accounts/principal.ts";
import type { Passage } from "../../../lib/platform/operation.ts";
import { type KeyOwner, repeatable } from "../../../lib/platform/idempotency.ts";

/** Makes a POST with an `Idempotency-Key` repeatable; a key is its caller's alone. */
export const makeRepeatable = repeatable<State, Principal>(ownerOf);

function ownerOf({ actor, operation, address }: Passage<State, Principal>): KeyOwner | undefined {
  if (actor) {
    const { workspaceId, userId, apiKeyId } = actor;
    return { caller: `${workspaceId}:${userId ?? apiKeyId}`, workspaceId };
  }
  // Without a good token nothing is done, where one is needed.
  if (operation.may !== "anyone") return undefined;
  return { caller: `address:${address}`, workspaceId: null };
}
