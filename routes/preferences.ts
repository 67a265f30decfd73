import { z } from "zod";
import { define } from "../define.ts";
import { Preferences, savePreferences } from "../lib/accounts/sessions.ts";
import { LANGUAGE_COOKIE, preferenceCookie, THEME_COOKIE } from "./(_shared)/cookies.ts";
import { readForm, safePath } from "./(_shared)/forms.ts";

const PreferenceForm = z.object({
  back: z.string().optional(),
  language: Preferences.shape.language.unwrap().unwrap().optional(),
  theme: Preferences.shape.theme,
});

/** Keeps language or theme: in a cookie, so that it holds signed out as well, and for the user. */
export const handler = define.handlers({
  async POST(ctx) {
    const { config, db, session } = ctx.state;
    const { back, language, theme } = await readForm(ctx.req, PreferenceForm);
    if (session) await savePreferences(session.actor, db, { language, theme });
    const answer = ctx.redirect(safePath(back), 303);
    const keep = (name: typeof LANGUAGE_COOKIE | typeof THEME_COOKIE, value?: string) => {
      if (value) answer.headers.append("set-cookie", preferenceCookie(config, name, value));
    };
    keep(LANGUAGE_COOKIE, language);
    keep(THEME_COOKIE, theme);
    return answer;
  },
});
