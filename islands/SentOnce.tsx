import { useEffect } from "preact/hooks";

/** A page that has not come by then is not waited for: the form can be sent again. */
const FORGIVEN_MS = 15_000;
/** What is answered sooner needs no sign that it is under way. */
const UNSEEN_MS = 300;

/**
 * Sends each form of a page that changes something once, however often its button is pressed until
 * the next page comes; the button is busy meanwhile. What an island sends by itself is its
 * own affair.
 */
export function SentOnce() {
  useEffect(() => {
    const sent = new Map<EventTarget, HTMLElement | null>();
    const forgive = () => {
      for (const button of sent.values()) button?.removeAttribute("aria-busy");
      sent.clear();
    };
    const send = (event: SubmitEvent) => {
      const { target, submitter } = event;
      // By the attribute: a field of the form may be called "method".
      const changes = target instanceof Element && target.getAttribute("method") === "post";
      if (event.defaultPrevented || !changes) return;
      if (sent.has(target)) return event.preventDefault();
      sent.set(target, submitter);
      setTimeout(() => sent.has(target) && submitter?.setAttribute("aria-busy", "true"), UNSEEN_MS);
      setTimeout(forgive, FORGIVEN_MS);
    };
    // For as long as the page stands.
    addEventListener("submit", send);
    // A page that is gone back to is as it was left.
    addEventListener("pageshow", forgive);
  }, []);
  return null;
}
