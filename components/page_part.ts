/** Why a part of a page could not be had. */
export type PartFailure = "offline" | "signed_out" | "refused";

/**
 * Asks for a page and takes the part `#in-dialog` out of it.
 *
 * @param body A form to send; without one the page is only read.
 */
export async function fetchPart(url: string, body?: FormData): Promise<Element | PartFailure> {
  try {
    const answer = await fetch(url, body ? { method: "POST", body } : {});
    if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return "signed_out";
    const text = await answer.text();
    const part = new DOMParser().parseFromString(text, "text/html").getElementById("in-dialog");
    if (!part) return "refused";
    part.removeAttribute("id");
    return document.adoptNode(part);
  } catch {
    return "offline";
  }
}
