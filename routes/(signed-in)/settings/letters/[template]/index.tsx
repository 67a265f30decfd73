import { z } from "zod";
import { templatePath } from "../../../../../components/LetterTemplates.tsx";
import { define } from "../../../../../define.ts";
import { saveTemplate, TemplateInput } from "../../../../../lib/hiring/letter_templates.ts";
import { readForm, readQuery, wrongFields } from "../../../../(_shared)/forms.ts";
import {
  templateOf,
  TemplatePage,
  templatePage,
  TypedTemplate,
} from "../../../../(_shared)/template_page.tsx";

const TemplateQuery = z.object({ done: z.enum(["saved", "restored"]).optional() });

export const handler = define.handlers({
  GET: (ctx) => templatePage(ctx, readQuery(ctx.url, TemplateQuery)),

  /** Keeps a template of the workspace's own. */
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const template = templateOf(ctx.params.template);
    const typed = await readForm(ctx.req.clone(), TypedTemplate);
    try {
      await saveTemplate(actor, db, template, await readForm(ctx.req, TemplateInput));
    } catch (error) {
      wrongFields(error); // throws what no field is to blame for
      return templatePage(ctx, { typed });
    }
    return ctx.redirect(`${templatePath(template)}?done=saved`, 303);
  },
});

export default define.page<typeof handler>(TemplatePage);
