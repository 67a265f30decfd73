import { h, render } from "preact";
import { LoadError } from "./LoadError.tsx";
import { ROWS_FORM } from "./ranking_rows.ts";
import { Skeleton } from "./Skeleton.tsx";

/** How the asking for other rows goes, shown where no island owns what is shown. */
export interface RowsState {
  /** Others are asked for: bars lie over the rows once that takes long. */
  busy(): void;
  /** They could not be had: says so above the rows, which stay, and asks again when told to. */
  failed(again: () => void): void;
  /** They are there. */
  done(): void;
}

export interface RowsWords {
  readonly loading: string;
  readonly title: string;
  readonly more: string;
  readonly again: string;
}

const BARS = ["half", "long", "short", "half", "long", "half", "short", "long"] as const;

/** Works on the one ranking of the page. */
export function rowsState(words: RowsWords): RowsState {
  const clearBars = () => {
    rows()?.removeAttribute("aria-busy");
    remove(host("rows-loading"));
  };
  return {
    busy() {
      const place = rows();
      if (!place) return;
      place.setAttribute("aria-busy", "true");
      host("rows-failed").querySelector("button")?.setAttribute("aria-busy", "true");
      const bars = host("rows-loading");
      render(h(Skeleton, { label: words.loading, bars: BARS }), bars);
      document.getElementById(ROWS_FORM)?.append(bars);
    },
    failed(again) {
      clearBars();
      const { title, more } = words;
      const button = h(
        "button",
        { type: "button", class: "btn btn-sm", onClick: again },
        words.again,
      );
      const fault = host("rows-failed");
      render(h(LoadError, { title, more }, button), fault);
      fault.querySelector("button")?.removeAttribute("aria-busy");
      if (!fault.isConnected) document.getElementById(ROWS_FORM)?.before(fault);
    },
    done() {
      clearBars();
      const fault = host("rows-failed");
      // Its button goes, and the rows that it brought take the focus.
      if (fault.contains(document.activeElement)) rows()?.focus({ preventScroll: true });
      remove(fault);
    },
  };
}

function rows(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-part="rows"]');
}

function host(name: "rows-loading" | "rows-failed"): HTMLElement {
  const there = document.querySelector<HTMLElement>(`.${name}`);
  if (there) return there;
  const made = document.createElement("div");
  made.className = name;
  return made;
}

function remove(host: HTMLElement): void {
  render(null, host);
  host.remove();
}
