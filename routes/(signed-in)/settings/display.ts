import { z } from "zod";
import { define } from "../../../define.ts";
import { Preferences, savePreferences } from "../../../lib/accounts/sessions.ts";
import {
  endPreferenceCookie,
  LANGUAGE_COOKIE,
  preferenceCookie,
  THEME_COOKIE,
} from "../../(_shared)/cookies.ts";
import { readForm } from "../../(_shared)/forms.ts";

const DisplayForm = z.object({
  language: z.enum(["browser", "en", "nl"]),
  theme: Preferences.shape.theme.unwrap(),
  // A switch that is off sends nothing.
  singleKeys: z.literal("on").optional(),
});

/** Keeps language, theme and keys for the user, and the first two for this browser signed out. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, config, db } = ctx.state;
    const { language, theme, singleKeys } = await readForm(ctx.req, DisplayForm);
    await savePreferences(actor, db, {
      language: language === "browser" ? null : language,
      theme,
      singleKeys: singleKeys === "on",
    });
    const answer = ctx.redirect("/settings?done=display", 303);
    const cookies = [
      language === "browser"
        ? endPreferenceCookie(config, LANGUAGE_COOKIE)
        : preferenceCookie(config, LANGUAGE_COOKIE, language),
      preferenceCookie(config, THEME_COOKIE, theme),
    ];
    for (const cookie of cookies) answer.headers.append("set-cookie", cookie);
    return answer;
  },
});
