import type { RefusedSettlement } from "../../../../components/RequestList.tsx";
import { define } from "../../../../define.ts";
import {
  RequestSettlement,
  settleRequest,
} from "../../../../lib/hiring/privacy/candidate_requests.ts";
import { Held } from "../../../../lib/hiring/privacy/legal_holds.ts";
import { Conflict, InvalidInput } from "../../../../lib/platform/errors.ts";
import { formFields } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { RequestsPage, requestsPage } from "../../../(_shared)/requests_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/candidates/requests", 303),

  /** Says that a request is done, or why it is not. */
  async POST(ctx) {
    const { actor } = ctx.state;
    const id = pathId(ctx.params.id);
    const { outcome, answer = "" } = Object.fromEntries(await formFields(ctx.req));
    const again = (fault: RefusedSettlement["fault"]) => requestsPage(ctx, { id, answer, fault });
    const parsed = RequestSettlement.safeParse({ outcome, answer });
    if (!parsed.success) return again("reason");
    try {
      const { kind, state } = await settleRequest(actor, ctx.state, id, parsed.data);
      const isErased = kind === "erasure" && state === "done";
      return ctx.redirect(`/candidates/requests?done=${isErased ? "erased" : "settled"}`, 303);
    } catch (error) {
      if (error instanceof InvalidInput) return again("reason");
      if (error instanceof Held) return again("held");
      if (error instanceof Conflict) return again("settled");
      throw error;
    }
  },
});

export default define.page<typeof handler>(RequestsPage);
