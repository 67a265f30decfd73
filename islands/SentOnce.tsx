import { useEffect } from "preact/hooks";

/** A page that has not come by then is not waited for: the form can be sent again. */
const FORGIVEN_MS = 15_000;

/** Sends each form of a page once, however often its button is pressed until the next page comes. */
export function SentOnce() {
  useEffect(() => {
    const sent = new Set<EventTarget | null>();
    const send = (event: Event) => {
      if (event.defaultPrevented) return;
      if (sent.has(event.target)) event.preventDefault();
      sent.add(event.target);
      setTimeout(() => sent.clear(), FORGIVEN_MS);
    };
    const end = new AbortController();
    document.addEventListener("submit", send, { signal: end.signal });
    // A page that is gone back to is as it was left.
    globalThis.addEventListener("pageshow", () => sent.clear(), { signal: end.signal });
    return () => end.abort();
  }, []);
  return null;
}
