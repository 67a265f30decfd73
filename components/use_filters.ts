import { useEffect, useRef } from "preact/hooks";
import { RENEW } from "./ranking_events.ts";
import type { RowsState } from "./rows_state.ts";
import { FILTER_FORM, filterAddress, showView } from "./ranking_view.ts";

const TYPING_MS = 250;

export interface Filtering {
  /** After other rows are shown. */
  readonly onShown: () => void;
  /** While they are asked for, and when they could not be had; what was shown still is. */
  readonly state: RowsState;
}

/**
 * Lets the filters, the heads of columns and the way back act without leaving the page. Each view
 * has its address; letters typed in a row make one step back, not many.
 */
export function useFilters(filtering: Filtering): void {
  const latest = useRef(filtering);
  latest.current = filtering;
  useEffect(() => {
    const form = document.getElementById(FILTER_FORM);
    if (!(form instanceof HTMLFormElement)) return;
    let asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let isTyping = false;
    const leaving = new AbortController();
    const { signal } = leaving;

    const show = async (address: string) => {
      asking.abort();
      asking = new AbortController();
      const mine = asking.signal;
      const { state } = latest.current;
      state.busy();
      const isShown = await showView(address, { signal: mine, isTyping });
      if (mine.aborted) return;
      if (!isShown) return state.failed(() => void show(address));
      state.done();
      latest.current.onShown();
    };
    const go = (address: string, { typed = false } = {}) => {
      clearTimeout(timer);
      const url = new URL(address, location.href);
      if (url.href !== location.href) {
        history[typed && isTyping ? "replaceState" : "pushState"](null, "", url);
      }
      isTyping = typed;
      void show(url.href);
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(filterAddress(form));
    }, { signal });
    form.addEventListener("change", (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.name === "q") return;
      const reversed = form.elements.namedItem("reversed");
      if (target instanceof HTMLSelectElement && target.name === "sort") {
        if (reversed instanceof HTMLInputElement) reversed.value = "";
      }
      go(filterAddress(form));
    }, { signal });
    form.addEventListener("input", (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== "q") return;
      clearTimeout(timer);
      timer = setTimeout(() => go(filterAddress(form), { typed: true }), TYPING_MS);
    }, { signal });
    document.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const link = event.target instanceof Element &&
        event.target.closest<HTMLAnchorElement>("a[data-stay]");
      if (!link) return;
      event.preventDefault();
      go(link.href);
    }, { signal });
    addEventListener("popstate", () => {
      isTyping = false;
      void show(location.href);
    }, { signal });
    document.addEventListener(RENEW, () => void show(location.href), { signal });
    return () => {
      clearTimeout(timer);
      asking.abort();
      leaving.abort();
    };
  }, []);
}
