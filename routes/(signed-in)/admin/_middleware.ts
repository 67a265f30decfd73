import { define } from "../../../define.ts";
import { requireAccess } from "../../../lib/accounts/permissions.ts";
import { acrossWorkspaces } from "../../../lib/platform/workspace_scope.ts";

/** Behind this there are superusers alone. */
export default define.middleware((ctx) => {
  requireAccess(ctx.state.actor, "superuser");
  return acrossWorkspaces("superusers see to the installation", () => ctx.next());
});
