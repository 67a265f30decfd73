import { useEffect } from "preact/hooks";

/** A page that has not come by then is not waited for: the form can be sent again. */
const FORGIVEN_MS = 15_000;

/**
 * Sends each form of a page that changes something once, however often its button is pressed until
 * the next page comes. What an island sends by itself is its own affair.
 */
export function SentOnce() {
  useEffect(() => {
    const sent = new Set<EventTarget | null>();
    const send = (event: SubmitEvent) => {
      const { target } = event;
      // By the attribute: a field of the form may be called "method".
      const changes = target instanceof Element && target.getAttribute("method") === "post";
      if (event.defaultPrevented || !changes) return;
      if (sent.has(target)) event.preventDefault();
      sent.add(target);
      setTimeout(() => sent.clear(), FORGIVEN_MS);
    };
    // For as long as the page stands.
    addEventListener("submit", send);
    // A page that is gone back to is as it was left.
    addEventListener("pageshow", () => sent.clear());
  }, []);
  return null;
}
