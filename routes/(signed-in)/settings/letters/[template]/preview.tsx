import { templatePath } from "../../../../../components/LetterTemplates.tsx";
import { define } from "../../../../../define.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import {
  templateOf,
  TemplatePage,
  templatePage,
  TypedTemplate,
} from "../../../../(_shared)/template_page.tsx";

export const handler = define.handlers({
  // Where a reload leads.
  GET: (ctx) => ctx.redirect(templatePath(templateOf(ctx.params.template)), 303),

  /** Shows what was typed, filled in; nothing is kept. */
  POST: async (ctx) => templatePage(ctx, { typed: await readForm(ctx.req, TypedTemplate) }),
});

export default define.page<typeof handler>(TemplatePage);
