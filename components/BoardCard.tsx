import type { BoardCard as Card } from "../lib/hiring/stage_board.ts";
import type { Language } from "../lib/talent/types.ts";
import { wholePercent } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { daysSince } from "./board_state.ts";
import { FlagTag } from "./FlagTag.tsx";
import { Grade } from "./Grade.tsx";
import { Icon } from "./Icon.tsx";

export type BoardTexts = Texts<"board." | "move." | "flag." | "grade.">;

export interface BoardCardProps {
  card: Card;
  /** The moment that days are counted to. */
  now: number;
  canMove: boolean;
  /** The form that moves the chosen where there is no script. */
  form: string;
  language: Language;
  texts: BoardTexts;
  onMenu: (button: HTMLElement) => void;
  onDrag: (isDragged: boolean) => void;
}

/** Somebody on the board: who, how good, for how long, and the way to another stage. */
export function BoardCard(props: BoardCardProps) {
  const { card, canMove, form, language, texts } = props;
  const t = speaker(language, texts);
  const days = daysSince(card.stageSince, props.now);
  const time = days === 0 ? t("board.today") : t("board.days", { count: days });
  return (
    <li
      class="board-card"
      draggable={canMove}
      data-card={card.resumeId}
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", card.name);
        props.onDrag(true);
      }}
      onDragEnd={() => props.onDrag(false)}
    >
      <div class="board-top">
        {canMove && (
          <span class="without-script">
            <input
              class="check"
              type="checkbox"
              name="resume"
              value={card.resumeId}
              form={form}
              aria-label={t("board.choose", { name: card.name })}
            />
            <input
              type="hidden"
              name="version"
              value={`${card.resumeId}:${card.stageVersion}`}
              form={form}
            />
          </span>
        )}
        <a
          class="name truncate"
          href={`/resumes/${card.resumeId}`}
          id={`card-${card.resumeId}`}
          draggable={false}
        >
          {card.name}
        </a>
        {card.score !== null && (
          <span class="score-figure">
            {wholePercent(card.score)}
            <small>%</small>
          </span>
        )}
        <Grade
          grade={card.grade}
          label={card.grade ? t("grade.label", { grade: card.grade }) : t("grade.none")}
          size="small"
        />
      </div>
      {card.headline && <p class="under-name truncate">{card.headline}</p>}
      <div class="board-foot">
        {card.flags.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
        <span title={t("board.since", { time })}>{time}</span>
        {canMove && (
          <button
            type="button"
            class="mini with-script"
            id={`move-${card.resumeId}`}
            aria-haspopup="menu"
            aria-label={t("board.move_name", { name: card.name })}
            onClick={(event) => props.onMenu(event.currentTarget)}
          >
            {t("board.move")}
            <Icon name="chevron-down" size={12} />
          </button>
        )}
      </div>
    </li>
  );
}
