import { templatePath } from "../../../../../components/LetterTemplates.tsx";
import { define } from "../../../../../define.ts";
import { restoreTemplate } from "../../../../../lib/hiring/letter_templates.ts";
import { templateOf } from "../../../../(_shared)/template_page.tsx";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(templatePath(templateOf(ctx.params.template)), 303),

  /** Gives the product's own template back. */
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const template = templateOf(ctx.params.template);
    await restoreTemplate(actor, db, template);
    return ctx.redirect(`${templatePath(template)}?done=restored`, 303);
  },
});
