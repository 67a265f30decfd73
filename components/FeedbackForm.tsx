import { formatSize } from "../locales/format_size.ts";
import type { Translate } from "../locales/translate.ts";
import type { Language } from "../lib/talent/types.ts";
import { Button } from "./Button.tsx";
import { Area, ErrorLine, Field } from "./Field.tsx";

export interface FeedbackFormProps {
  typed: { title: string; text: string };
  /** The path of the page that it is about. */
  page: string;
  /** What could not be taken. */
  wrong: ReadonlySet<"title" | "text" | "too_large" | "no_picture">;
  maxBytes: number;
  language: Language;
  t: Translate;
}

/** What somebody wants to tell; the dialog of the menu shows this very form. */
export function FeedbackForm(
  { typed, page, wrong, maxBytes, language, t }: FeedbackFormProps,
) {
  const size = formatSize(language, maxBytes);
  const picture = wrong.has("too_large")
    ? t("feedback.too_large", { size })
    : wrong.has("no_picture")
    ? t("feedback.no_picture")
    : undefined;
  return (
    <form
      id="feedback-form"
      method="post"
      action="/feedback/new"
      encType="multipart/form-data"
      class="grid gap-5"
    >
      <input type="hidden" name="page" value={page} />
      <Field
        id="feedback-title"
        name="title"
        label={t("feedback.name")}
        value={typed.title}
        maxLength={255}
        required
        wrong={t("feedback.wrong_title", { max: 255 })}
        error={wrong.has("title") ? t("feedback.wrong_title", { max: 255 }) : undefined}
      />
      <Area
        id="feedback-text"
        name="text"
        label={t("feedback.text")}
        value={typed.text}
        rows={6}
        maxLength={5000}
        required
        hint={t("feedback.text_hint")}
        wrong={t("feedback.wrong_text", { max: 5000 })}
        error={wrong.has("text") ? t("feedback.wrong_text", { max: 5000 }) : undefined}
      />
      <div>
        <label class="label" for="feedback-screenshot">{t("feedback.screenshot")}</label>
        <input
          class="file-input"
          id="feedback-screenshot"
          type="file"
          name="screenshot"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby="feedback-screenshot-hint"
          aria-invalid={picture ? "true" : undefined}
        />
        {picture
          ? <ErrorLine id="feedback-screenshot-hint">{picture}</ErrorLine>
          : (
            <p class="hint" id="feedback-screenshot-hint">
              {t("feedback.screenshot_hint", { size })}
            </p>
          )}
      </div>
      <div>
        <Button kind="primary">{t("feedback.send")}</Button>
      </div>
    </form>
  );
}
