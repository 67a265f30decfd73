import { define } from "../../../../define.ts";
import { getEvaluation } from "../../../../lib/hiring/evaluations.ts";
import { getReceipt } from "../../../../lib/hiring/receipts.ts";
import { attachment } from "../../../../lib/platform/attachment.ts";
import { canonicalJson } from "../../../../lib/platform/canonical_json.ts";
import { toSnakeKeys } from "../../../../lib/platform/snake_case.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** The receipt of a résumé's evaluation, as the API gives it. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const { id } = await getEvaluation(actor, db, pathId(params.id));
    const text = canonicalJson(toSnakeKeys(await getReceipt(actor, db, id)));
    const fileName = `receipt-${id}.json`;
    return attachment({ fileName, kind: "json", bytes: new TextEncoder().encode(text) });
  },
});
