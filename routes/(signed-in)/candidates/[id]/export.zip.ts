import { define } from "../../../../define.ts";
import { exportPerson } from "../../../../lib/hiring/privacy/person_export.ts";
import { download } from "../../../../lib/platform/attachment.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** All that is kept of a person, to be given to them. */
export const handler = define.handlers({
  async GET(ctx) {
    const id = pathId(ctx.params.id);
    const body = await exportPerson(ctx.state.actor, ctx.state, id);
    return download({ fileName: `person-${id}`, kind: "zip", body });
  },
});
