import { z } from "zod";
import { define } from "../../../../define.ts";
import { setTwoFactorRule } from "../../../../lib/accounts/two_factor_rule.ts";
import { readForm } from "../../../(_shared)/forms.ts";

const RuleForm = z.object({
  isRequired: z.enum(["true", "false"]).transform((value) => value === "true"),
});

export const handler = define.handlers({
  async POST(ctx) {
    const rule = await readForm(ctx.req, RuleForm);
    await setTwoFactorRule(ctx.state.actor, ctx.state.db, rule);
    return ctx.redirect("/settings/security", 303);
  },
});
