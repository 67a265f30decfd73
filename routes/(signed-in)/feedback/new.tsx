import { page } from "fresh";
import { FeedbackForm, type FeedbackFormProps } from "../../../components/FeedbackForm.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { define } from "../../../define.ts";
import { FieldErrors } from "../../../islands/FieldErrors.tsx";
import { KeptDraft } from "../../../islands/KeptDraft.tsx";
import { FeedbackInput, MAX_SCREENSHOT_BYTES, sendFeedback } from "../../../lib/hiring/feedback.ts";
import { TooLarge, UnsupportedType } from "../../../lib/platform/errors.ts";
import { translator } from "../../../locales/translate.ts";
import { readFeedbackForm } from "../../(_shared)/feedback_form.ts";
import { safePath } from "../../(_shared)/forms.ts";

interface FeedbackData extends Pick<FeedbackFormProps, "typed" | "page" | "wrong"> {
  isSent: boolean;
}

export const handler = define.handlers({
  GET({ url }) {
    return page<FeedbackData>({
      typed: { title: url.searchParams.get("title")?.slice(0, 255) ?? "", text: "" },
      page: safePath(url.searchParams.get("page")),
      wrong: new Set(),
      isSent: url.searchParams.has("sent"),
    });
  },

  async POST(ctx) {
    const { fields, screenshot } = await readFeedbackForm(ctx.req);
    const { title = "", text = "" } = fields;
    const from = safePath(fields.page);
    const again = (status: number, ...wrong: ("title" | "text" | "too_large" | "no_picture")[]) =>
      page<FeedbackData>({
        typed: { title, text },
        page: from,
        wrong: new Set(wrong),
        isSent: false,
      }, { status });
    const parsed = FeedbackInput.safeParse({ title, text, page: from });
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map(({ path }) => path[0]));
      return again(422, ...(["title", "text"] as const).filter((field) => fields.has(field)));
    }
    try {
      await sendFeedback(ctx.state.actor, ctx.state, parsed.data, screenshot);
    } catch (error) {
      if (error instanceof TooLarge) return again(413, "too_large");
      if (error instanceof UnsupportedType) return again(415, "no_picture");
      throw error;
    }
    return ctx.redirect(`/feedback/new?${new URLSearchParams({ sent: "", page: from })}`, 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("feedback.title")} t={t} />
      <div class="page page-form">
        <h1 class="mt-5 mb-4">{t("feedback.title")}</h1>
        <section id="in-dialog" aria-label={t("feedback.title")}>
          {data.isSent
            ? (
              <Notice>
                {t("feedback.sent")} <a class="link" href={data.page}>{t("feedback.back")}</a>
              </Notice>
            )
            : (
              <FeedbackForm
                {...data}
                maxBytes={MAX_SCREENSHOT_BYTES}
                language={state.language}
                t={t}
              />
            )}
        </section>
        <FieldErrors />
        <KeptDraft
          name={`feedback:${state.actor.userId}`}
          {...(data.isSent ? {} : { formId: "feedback-form" })}
        />
      </div>
    </Frame>
  );
});
