import type { RankingFlag } from "../lib/hiring/states.ts";
import { FLAG_LOOKS } from "./flag_looks.ts";
import { Icon } from "./Icon.tsx";

/** A remark: an icon and its words. */
export function FlagTag(
  { flag, t }: { flag: RankingFlag; t: (key: `flag.${RankingFlag}`) => string },
) {
  const [icon, look] = FLAG_LOOKS[flag];
  return (
    <span class={`tag tag-${look} flex`} title={t(`flag.${flag}`)}>
      <Icon name={icon} size={13} />
      <span class="tag-words">{t(`flag.${flag}`)}</span>
    </span>
  );
}
