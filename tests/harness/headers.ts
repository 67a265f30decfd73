/** What a page of another origin reads without being told so (Fetch, 3.3.3). */
const SAFELISTED =
  /^(cache-control|content-language|content-length|content-type|expires|last-modified|pragma)$/;

/** What is for the browser, not for the page. */
const FOR_BROWSERS =
  /^(access-control-.*|connection|content-encoding|content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|set-cookie|strict-transport-security|transfer-encoding|vary|x-content-type-options|x-frame-options)$/;

/** The headers of an answer that a page of another origin sees only if they are exposed. */
export function hiddenHeaders(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => !SAFELISTED.test(name) && !FOR_BROWSERS.test(name));
}
