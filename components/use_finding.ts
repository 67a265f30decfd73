import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FindAnswer, FindItem } from "./find_items.ts";

export type FindState = "busy" | "done" | "offline" | "signed_out" | "refused";

/** Long enough that who types on is not searched for at each letter. */
const PAUSE_MS = 120;

export interface Finding {
  readonly items: Signal<readonly FindItem[]>;
  readonly state: Signal<FindState>;
  /** Looks for what is typed, and no longer for what was typed before. */
  readonly look: (typed: string) => void;
}

/** Asks the server while somebody types; only the answer to the last letter counts. */
export function useFinding(): Finding {
  const items = useSignal<readonly FindItem[]>([]);
  const state = useSignal<FindState>("done");
  const asking = useRef<AbortController>();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const stop = () => {
    clearTimeout(pause.current);
    asking.current?.abort();
  };
  useEffect(() => stop, []);

  const ask = async (typed: string) => {
    const { signal } = asking.current = new AbortController();
    const found = await fetchItems(typed, signal);
    if (signal.aborted) return;
    state.value = typeof found === "string" ? found : "done";
    items.value = typeof found === "string" ? [] : found;
  };
  return {
    items,
    state,
    look(typed) {
      stop();
      state.value = "busy";
      pause.current = setTimeout(() => void ask(typed.trim()), typed === "" ? 0 : PAUSE_MS);
    },
  };
}

async function fetchItems(
  typed: string,
  signal: AbortSignal,
): Promise<readonly FindItem[] | FindState> {
  const query = new URLSearchParams({ q: typed, back: location.pathname + location.search });
  try {
    const answer = await fetch(`/find?${query}`, {
      signal,
      headers: { accept: "application/json" },
    });
    if (answer.status === 401) return "signed_out";
    if (!answer.ok) return "refused";
    const { items }: FindAnswer = await answer.json();
    return items;
  } catch {
    return "offline";
  }
}
