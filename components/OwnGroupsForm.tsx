import type { OwnGroups } from "../lib/hiring/equal_treatment/answers.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { sayGroup } from "./group_words.ts";

/** What a candidate may say of themselves of their own accord; nothing where nothing is asked. */
export function OwnGroupsForm(
  { groups: { questions, answers }, base, t }: { groups: OwnGroups; base: string; t: Translate },
) {
  if (questions.length === 0) return null;
  return (
    <section id="groups" aria-labelledby="groups-title">
      <h2 id="groups-title">{t("own.groups")}</h2>
      <p class="text-fg-2">{t("own.groups_more")}</p>
      <form method="post" action={`${base}/groups`} class="grid gap-3">
        {questions.map(({ question, groups }) => (
          <label key={question}>
            <span class="label">{t(`group.${question}_asked`)}</span>
            <select name={question} class="input">
              <option value="">{t("group.unsaid")}</option>
              {groups.map((group) => (
                <option key={group} value={group} selected={answers[question] === group}>
                  {sayGroup(question, group, t)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <div>
          <Button>{t("own.groups_save")}</Button>
        </div>
      </form>
    </section>
  );
}
