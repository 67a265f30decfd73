import type { Flag } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon, type IconName } from "./Icon.tsx";

const LOOKS: Readonly<Record<Flag, readonly [IconName, "stop" | "warn"]>> = {
  gate_failed: ["stop", "stop"],
  gate_partial: ["lock", "warn"],
  near_line: ["scale", "warn"],
  hidden_text: ["eye-off", "warn"],
  keyword_list: ["list", "warn"],
};

/** A remark: an icon and its words. */
export function FlagTag({ flag, t }: { flag: Flag; t: Translate }) {
  const [icon, look] = LOOKS[flag];
  return (
    <span class={`tag tag-${look} flex`} title={t(`flag.${flag}`)}>
      <Icon name={icon} size={13} />
      <span class="tag-words">{t(`flag.${flag}`)}</span>
    </span>
  );
}
