import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { loadBoard } from "../components/board_loading.ts";
import { useBoardMoves } from "../components/board_moves.ts";
import { countDecisions, findCard, neighbourOf, putColumn } from "../components/board_state.ts";
import type { BoardTexts } from "../components/BoardCard.tsx";
import { BoardColumn, type MoreState } from "../components/BoardColumn.tsx";
import { showFigures } from "../components/head_figures.ts";
import { useJobNews } from "../components/job_events.ts";
import { LiveToast } from "../components/LiveToast.tsx";
import { type MenuOf, MoveMenu } from "../components/MoveMenu.tsx";
import { RejectDialog } from "../components/RejectDialog.tsx";
import { stageName } from "../components/StageWord.tsx";
import type { BoardColumn as Column } from "../lib/hiring/stage_board.ts";
import type { ResumeProgress } from "../lib/hiring/progress.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";

export interface BoardProps {
  jobId: string;
  columns: readonly Column[];
  counts: ResumeCounts;
  canMove: boolean;
  /** How many cards of a column are shown, and added by a press. */
  step: number;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  now: number;
  /** The form that moves the chosen where there is no script. */
  form: string;
  language: Language;
  texts: BoardTexts;
}

/** The stages as columns. What others change waits until it is asked for. */
export function Board(props: BoardProps) {
  const { jobId, canMove, step, language, texts } = props;
  const t = speaker(language, texts);
  const moves = useBoardMoves({ jobId, columns: props.columns, language, t });
  const { columns, asked, toast, focusOn } = moves;
  const counts = useSignal(props.counts);
  const menu = useSignal<MenuOf | null>(null);
  const dragged = useSignal<string | null>(null);
  const over = useSignal<string | null>(null);
  const more = useSignal<{ readonly stageId: string; readonly state: MoreState } | null>(null);
  const told = useSignal<readonly ResumeProgress[]>([]);
  const board = useRef<HTMLDivElement>(null);
  const isReady = useSignal(false);
  const stages = columns.value.map(({ stage }) => stage);

  useJobNews({ jobId, since: props.since, follow: "resumes" }, (news) => {
    counts.value = news.counts;
    const ids = new Set(news.resumes.map(({ id }) => id));
    const others = told.value.filter(({ id }) => !ids.has(id));
    told.value = [...others, ...news.resumes].filter(isUnseen);
  });
  const isUnseen = ({ id, status, stageVersion }: ResumeProgress) => {
    const known = moves.versionOf(id);
    return known === undefined ? status === "done" : stageVersion > known;
  };
  const isOutdated = told.value.some((one) => !moves.isSending(one.id) && isUnseen(one));

  useEffect(() => {
    isReady.value = true;
  }, []);
  useEffect(() => {
    showFigures({ counts: counts.value, decisions: countDecisions(columns.value) });
    const id = focusOn.current;
    if (!id || asked.value) return;
    const card = board.current?.querySelector<HTMLElement>(`#move-${id}`);
    if (!card) return;
    focusOn.current = null;
    card.focus();
  }, [columns.value, counts.value, asked.value]);

  const showMore = async ({ stage, cards }: Column) => {
    if (more.value?.state === "busy") return;
    more.value = { stageId: stage.id, state: "busy" };
    const query = `?stage=${stage.id}&cards=${cards.length + step}`;
    const fresh = await loadBoard<Column>(jobId, query);
    more.value = fresh ? null : { stageId: stage.id, state: "failed" };
    if (!fresh) return;
    columns.value = putColumn(columns.value, fresh, moves.isSending);
    const first = fresh.cards[cards.length]?.resumeId;
    requestAnimationFrame(() => document.getElementById(`card-${first}`)?.focus());
  };
  const refresh = async () => {
    const before = new Set(told.value);
    if (!await moves.renew()) return;
    told.value = told.value.filter((one) => !before.has(one));
    toast.value = { text: t("board.shown") };
    board.current?.focus();
  };
  const openMenu = (resumeId: string, button: HTMLElement) => {
    const placed = findCard(columns.value, resumeId);
    if (!placed) return;
    menu.value = { resumeId, name: placed.card.name, stageId: placed.stage.id, button };
  };
  const walk = (event: KeyboardEvent) => {
    if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>("[data-card]")?.dataset.card;
    const next = id && neighbourOf(columns.value, id, event.key);
    if (!next) return;
    event.preventDefault();
    const part = target.id.startsWith("move-") ? "move" : "card";
    document.getElementById(`${part}-${next}`)?.focus();
  };
  const dropOn = (column: Column) => {
    const id = dragged.value;
    dragged.value = over.value = null;
    if (id) moves.choose(id, column.stage);
  };
  const home = dragged.value ? findCard(columns.value, dragged.value)?.stage.id : undefined;

  return (
    <>
      {isOutdated && (
        <div class="banner">
          <span role="status">{t("board.changed")}</span>
          <button type="button" class="link" onClick={refresh}>{t("board.show_changes")}</button>
        </div>
      )}
      <nav class="board-picker" aria-label={t("board.pick")}>
        {columns.value.map(({ stage, totalCount }) => (
          <a key={stage.id} href={`#stage-${stage.id}`}>
            {stageName(stage, t)}
            <small>{totalCount}</small>
          </a>
        ))}
      </nav>
      <div
        class={stages.length > 6 ? "board board-wide" : "board"}
        role="group"
        aria-label={t("board.label")}
        data-ready={isReady.value ? "" : undefined}
        ref={board}
        tabIndex={-1}
        onKeyDown={walk}
      >
        {columns.value.map((column) => {
          const { stage: { id } } = column;
          const isAble = home !== undefined && home !== id;
          return (
            <BoardColumn
              key={id}
              column={column}
              now={props.now}
              canMove={canMove}
              form={props.form}
              language={language}
              texts={texts}
              step={step}
              drop={!isAble ? "none" : over.value === id ? "over" : "able"}
              more={more.value?.stageId === id ? more.value.state : "rest"}
              onMenu={openMenu}
              onDrag={(resumeId) => {
                dragged.value = resumeId;
                over.value = null;
              }}
              onOver={(isOver) => {
                if (isOver) over.value = id;
                else if (over.value === id) over.value = null;
              }}
              onDrop={() => dropOn(column)}
              onMore={() => void showMore(column)}
            />
          );
        })}
      </div>
      {canMove && (
        <>
          <MoveMenu
            menu={menu.value}
            stages={stages}
            label={t("board.move_to", { name: menu.value?.name ?? "" })}
            t={t}
            onClose={() => menu.value = null}
            onChoose={moves.choose}
          />
          <RejectDialog
            names={asked.value && [asked.value.name]}
            problem={toast.value}
            t={t}
            onCancel={() => asked.value = null}
            onReject={(code, words) => moves.reject({ code, words })}
          />
        </>
      )}
      <LiveToast message={toast} />
    </>
  );
}
