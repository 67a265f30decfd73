import { define } from "../../../../../define.ts";
import { Importances, setImportances } from "../../../../../lib/hiring/importances.ts";
import { InvalidInput } from "../../../../../lib/platform/errors.ts";
import { formFields, issuesOf } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const FIELD = /^importance\./;

/** Saves what each requirement counts; the ranking is made anew by it. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const fields = await formFields(ctx.req);
    const input = Importances.safeParse({
      version: Number(new Map(fields).get("version")),
      importances: Object.fromEntries(
        fields.filter(([name]) => FIELD.test(name))
          .map(([name, value]) => [name.replace(FIELD, ""), Number(value)]),
      ),
    });
    if (!input.success) throw new InvalidInput("The form cannot be taken", issuesOf(input.error));
    await setImportances(actor, db, jobId, input.data);
    return ctx.redirect(`/jobs/${jobId}/ranking`, 303);
  },
});
