import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useCalm } from "../components/reading_pace.ts";

export interface LivePartsProps {
  /** Whether something is under way; then it is looked at often. */
  isBusy: boolean;
  /** What screen readers are told now and then, such as "12 résumés being read". */
  words: string;
}

const BUSY_MS = 2000;
const IDLE_MS = 30_000;

/**
 * Keeps the marked parts of a page current: draws the page anew out of sight, and takes over each
 * `data-part` that stands on both. So nothing moves, and words come from one place.
 */
export function LiveParts(props: LivePartsProps) {
  const words = useSignal(props.words);
  const calm = useCalm(words.value);
  useEffect(() => {
    let isBusy = props.isBusy;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      if (document.visibilityState === "visible") {
        const next = await fetchPage();
        if (next) {
          takeParts(next);
          const mark = next.querySelector<HTMLElement>("[data-live-words]");
          isBusy = mark?.dataset.busy !== undefined;
          words.value = mark?.dataset.liveWords ?? "";
        }
      }
      timer = setTimeout(look, isBusy ? BUSY_MS : IDLE_MS);
    };
    timer = setTimeout(look, isBusy ? BUSY_MS : IDLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <span
      class="sr-only"
      role="status"
      data-live-words={props.words}
      data-busy={props.isBusy ? "" : undefined}
    >
      {calm}
    </span>
  );
}

/** Null while the server is away or the session has ended; the page stays as it is. */
async function fetchPage(): Promise<Document | null> {
  try {
    const answer = await fetch(location.href, { redirect: "error" });
    if (!answer.ok) return null;
    const html = await answer.text();
    // Without its head, whose styles carry the nonce of another answer.
    return new DOMParser().parseFromString(html.slice(html.indexOf("<body")), "text/html");
  } catch {
    return null;
  }
}

function takeParts(next: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    const fresh = next.querySelector(`[data-part="${part.dataset.part}"]`);
    // Who stands in it with the keyboard keeps their place.
    if (!fresh || fresh.innerHTML === part.innerHTML || part.contains(document.activeElement)) {
      continue;
    }
    part.replaceChildren(...fresh.childNodes);
  }
}
