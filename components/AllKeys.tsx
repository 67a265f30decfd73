import type { MessageKey, Translate } from "../locales/translate.ts";

type KeyLine = readonly [keys: readonly string[], does: MessageKey];

type Group = "everywhere" | "ranking" | "evaluation";

const GROUPS: readonly (readonly [group: Group, lines: readonly KeyLine[]])[] = [
  ["everywhere", [
    [["/", "Ctrl K"], "all_keys.find"],
    [["?"], "keys.list"],
    [["Esc"], "keys.escape"],
  ]],
  ["ranking", [
    [["J", "K"], "keys.move"],
    [["Enter"], "keys.open"],
    [["X"], "keys.select"],
    [["S"], "keys.shortlist"],
    [["U"], "keys.undecided"],
    [["R"], "keys.reject"],
    [["C"], "keys.compare"],
  ]],
  ["evaluation", [
    [["J", "K"], "keys.move"],
    [["E"], "keys.change"],
    [["S"], "keys.shortlist"],
    [["U"], "keys.undecided"],
    [["R"], "keys.reject"],
  ]],
];

/** Every key of every page, for the menu; "?" on a page lists those of that page. */
export function AllKeys({ isOn, t }: { isOn: boolean; t: Translate }) {
  return (
    <div class="grid gap-4">
      {GROUPS.map(([group, lines]) => (
        <section key={group} class="grid gap-1.5">
          <h2>{t(`all_keys.${group}`)}</h2>
          <dl class="key-list">
            {lines.map(([keys, does]) => (
              <div key={does}>
                <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
                <dd>{t(does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="text-xs text-fg-3">
        {t(isOn ? "keys.settings" : "all_keys.off")}{" "}
        <a class="link" href="/settings">{t("account.title")}</a>
      </p>
    </div>
  );
}
