import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** What was done, or what went wrong, with the way back. */
export interface ToastMessage {
  readonly text: string;
  readonly isError?: boolean;
  /** How long it stays; as long as its undo is taken, where there is one. */
  readonly seconds?: number;
  readonly action?: { readonly word: string; readonly run: () => void };
}

const SECONDS = 6;

/** A message at the bottom left for six seconds unless it says otherwise; it stays while pointed at, and errors stay. */
export function LiveToast({ message }: { message: Signal<ToastMessage | null> }) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    if (!message.value || message.value.isError) return;
    const seconds = message.value.seconds ?? SECONDS;
    timer.current = setTimeout(() => message.value = null, seconds * 1000);
  };
  const shown = message.value;
  useEffect(() => {
    start();
    return stop;
  }, [shown]);

  return (
    <div class="toasts">
      <div role="status" aria-live="polite">
        {shown && (
          <div
            class="toast"
            onMouseEnter={stop}
            onMouseLeave={start}
            onFocusCapture={stop}
            onBlurCapture={start}
          >
            {shown.text}
            {shown.action && (
              <button
                type="button"
                onClick={() => {
                  message.value = null;
                  shown.action?.run();
                }}
              >
                {shown.action.word}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
