import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** Writes how many requirements there are, with their words, into the head and the tab of the job. */
export function showRequirements(
  list: readonly JobRequirement[],
  language: Language,
  texts: Texts<"job.">,
): void {
  const t = speaker(language, texts);
  const required = list.filter(({ level }) => level === "required").length;
  write(".head-job [data-live=required]", `${t("job.required", { count: required })},`);
  write(".head-job [data-live=nice]", t("job.nice", { count: list.length - required }));
  write(".tabs [data-live=requirements]", String(list.length));
}

function write(place: string, text: string): void {
  const figure = document.querySelector(place);
  if (!figure) return;
  const [count = "", ...words] = text.split(" ");
  figure.textContent = count;
  const rest = figure.nextSibling;
  if (rest && words.length > 0) rest.textContent = ` ${words.join(" ")}`;
}
