import type { BoardColumn as Column } from "../lib/hiring/stage_board.ts";
import { speaker } from "../locales/say.ts";
import { BoardCard, type BoardCardProps } from "./BoardCard.tsx";
import { LoadError } from "./LoadError.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { StageIcon, stageName } from "./StageWord.tsx";

/** How the asking for more cards goes. */
export type MoreState = "rest" | "busy" | "failed";

export interface BoardColumnProps extends
  Pick<
    BoardCardProps,
    "now" | "canMove" | "form" | "language" | "texts"
  > {
  column: Column;
  /** Whether a dragged card may fall here, and whether it would now. */
  drop: "none" | "able" | "over";
  more: MoreState;
  /** How many more a press shows. */
  step: number;
  onMenu: (resumeId: string, button: HTMLElement) => void;
  onDrag: (resumeId: string | null) => void;
  onOver: (isOver: boolean) => void;
  onDrop: () => void;
  onMore: () => void;
}

/** A stage and who stands there. */
export function BoardColumn(props: BoardColumnProps) {
  const { column: { stage, totalCount, cards }, drop, language, texts } = props;
  const t = speaker(language, texts);
  const heading = `stage-${stage.id}`;
  const left = totalCount - cards.length;
  return (
    <section
      class={`board-column board-${drop}`}
      aria-labelledby={heading}
      onDragOver={(event) => {
        if (drop === "none") return;
        event.preventDefault(); // it may fall here
        props.onOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) props.onOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <h2 id={heading} class={`board-head decide-${stage.decision}`}>
        <StageIcon decision={stage.decision} size={14} />
        <span class="truncate">{stageName(stage, t)}</span>
        <small>{totalCount}</small>
      </h2>
      {cards.length === 0 && <p class="board-nobody">{t("board.nobody")}</p>}
      <ul>
        {cards.map((card) => (
          <BoardCard
            key={card.resumeId}
            card={card}
            now={props.now}
            canMove={props.canMove}
            form={props.form}
            language={language}
            texts={texts}
            onMenu={(button) => props.onMenu(card.resumeId, button)}
            onDrag={(isDragged) => props.onDrag(isDragged ? card.resumeId : null)}
          />
        ))}
      </ul>
      {props.more === "busy" && <Skeleton label={t("board.loading")} bars={["half", "short"]} />}
      {props.more === "failed" && (
        <LoadError title={t("board.more_failed")} more={t("board.more_failed_why")} />
      )}
      {left > 0 && (
        <a
          class="btn btn-sm board-more"
          href={`?stage=${stage.id}&cards=${cards.length + props.step}#${heading}`}
          aria-busy={props.more === "busy" ? "true" : undefined}
          onClick={(event) => {
            event.preventDefault();
            props.onMore();
          }}
        >
          {props.more === "failed"
            ? t("board.again")
            : t("board.more", { count: Math.min(left, props.step) })}
        </a>
      )}
    </section>
  );
}
