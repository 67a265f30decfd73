/** Why a part of a page could not be had. */
export type PartFailure = "offline" | "signed_out" | "refused";

/**
 * Asks for a page and takes the part `#in-dialog` out of it.
 *
 * @param form A form to send; without one the page is only read.
 */
export async function fetchPart(url: string, form?: FormData): Promise<Element | PartFailure> {
  try {
    const answer = await fetch(url, form ? { method: "POST", body: form } : {});
    if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return "signed_out";
    const text = await answer.text();
    // Without its head, whose styles are let in by the nonce of another page.
    const body = text.slice(text.indexOf("<body"));
    const part = new DOMParser().parseFromString(body, "text/html").getElementById("in-dialog");
    if (!part) return "refused";
    part.removeAttribute("id");
    return document.adoptNode(part);
  } catch {
    return "offline";
  }
}
