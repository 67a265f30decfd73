import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** What was done, or what went wrong, with the way back. */
export interface ToastMessage {
  readonly text: string;
  readonly isError?: boolean;
  readonly action?: { readonly word: string; readonly run: () => void };
}

const SECONDS = 6;

/** A message at the bottom left for six seconds; it stays while pointed at, and errors stay. */
export function LiveToast({ message }: { message: Signal<ToastMessage | null> }) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    if (!message.value || message.value.isError) return;
    timer.current = setTimeout(() => message.value = null, SECONDS * 1000);
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
