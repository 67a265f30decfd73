import type { FindItem } from "./find_items.ts";
import { Drawn, STROKES } from "./Icon.tsx";
import { TOOL_STROKES } from "./ToolIcon.tsx";
import { LoadError } from "./LoadError.tsx";
import { Marks } from "./Marks.tsx";
import type { Params } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Skeleton } from "./Skeleton.tsx";
import type { FindState } from "./use_finding.ts";

type SayFind = (key: keyof Texts<"find.">, params?: Params) => string;

export interface FindOptionsProps {
  isOpen: boolean;
  items: readonly FindItem[];
  state: FindState;
  typed: string;
  /** The place of the one that Enter takes; -1: none. */
  current: number;
  onChoose: (item: FindItem) => void;
  onRetry: () => void;
  t: SayFind;
}

const KIND_STROKES: Readonly<Record<FindItem["kind"], string>> = {
  person: STROKES.person,
  job: TOOL_STROKES.folder,
  action: STROKES.list,
};

/** The list below the field: a group for each kind, or why there is none. */
export function FindOptions(props: FindOptionsProps) {
  const { isOpen, items, state, typed, t } = props;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const isEmpty = items.length === 0;
  return (
    <>
      <span class="sr-only" role="status">
        {isOpen && state === "done" && typed.length > 1
          ? t("find.count", { count: items.length })
          : ""}
      </span>
      <div class="find-panel" hidden={!isOpen} aria-busy={state === "busy" ? "true" : undefined}>
        <div id="find-list" role="listbox" aria-label={t("find.label")}>
          {kinds.map((kind) => (
            <div key={kind} role="group" aria-label={nameOf(kind, typed, t)}>
              <p class="find-kind" aria-hidden="true">{nameOf(kind, typed, t)}</p>
              {items.map((item, index) =>
                item.kind === kind && (
                  <Option key={`${kind} ${item.href} ${index}`} {...props} {...{ item, index }} />
                )
              )}
            </div>
          ))}
        </div>
        {isEmpty && <Nothing {...props} />}
        {typed.length > 1 && (
          <a class="find-all" href={`/find?${new URLSearchParams({ q: typed })}`} tabIndex={-1}>
            {t("find.all", { q: typed })}
            <kbd aria-hidden="true">↵</kbd>
          </a>
        )}
      </div>
    </>
  );
}

function Option(
  { item, index, current, onChoose }: FindOptionsProps & { item: FindItem; index: number },
) {
  const { kind, href, title, more, quote } = item;
  return (
    <a
      id={`find-${index}`}
      class="find-option"
      role="option"
      href={href}
      tabIndex={-1}
      aria-selected={index === current ? "true" : "false"}
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!item.fields && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
        event.preventDefault();
        onChoose(item);
      }}
      ref={(option) => {
        if (index === current) option?.scrollIntoView({ block: "nearest" });
      }}
    >
      <Drawn stroke={KIND_STROKES[kind]} size={14} />
      <span class="min-w-0 flex-1">
        <span class="name truncate">
          <Marks parts={title} />
        </span>
        {more && <span class="under-name truncate">{more}</span>}
        {quote && (
          <span class="under-name line-clamp-2">
            <Marks parts={quote} />
          </span>
        )}
      </span>
    </a>
  );
}

function Nothing({ state, typed, onRetry, t }: FindOptionsProps) {
  if (state === "busy") {
    return (
      <div class="find-word">
        <Skeleton label={t("find.busy")} bars={["half", "long", "short"]} />
      </div>
    );
  }
  if (state !== "done") {
    return (
      <div class="find-word">
        <LoadError title={t(`find.${state}`)} more={t("find.kept")}>
          {state !== "signed_out" && (
            <button type="button" class="btn btn-sm" onClick={onRetry}>{t("find.again")}</button>
          )}
        </LoadError>
      </div>
    );
  }
  return (
    <p class="find-word">
      {typed.length < 2 ? t("find.short") : (
        <>
          <b class="text-fg">{t("find.none", { q: typed })}</b>
          <br />
          {t("find.none_advice")}
        </>
      )}
    </p>
  );
}

function nameOf(kind: FindItem["kind"], typed: string, t: SayFind): string {
  if (kind === "person") return t("find.people");
  if (kind === "action") return t("find.actions");
  return typed === "" ? t("find.recent_jobs") : t("find.jobs");
}
