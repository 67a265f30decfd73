import { define } from "../../../define.ts";
import { requireAccess } from "../../../lib/accounts/permissions.ts";

/** Behind this there are superusers alone. */
export default define.middleware((ctx) => {
  requireAccess(ctx.state.actor, "superuser");
  return ctx.next();
});
