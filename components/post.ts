/** Why an action of an island was not done. */
export type PostFailure = "offline" | "signed_out" | "refused";

export type Posted<T> = { readonly ok: true; readonly data: T } | {
  readonly ok: false;
  readonly why: PostFailure;
  /** Of the refusal; 409: somebody was first. */
  readonly status?: number;
};

/**
 * Sends what a form would send, and takes the answer as data instead of as a page.
 *
 * @param fields The fields of the form; an empty body when there are none.
 */
export async function post<T>(
  url: string,
  fields: FormData | Readonly<Record<string, string>> = {},
): Promise<Posted<T>> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
      redirect: "error",
    });
    if (answer.status === 401) return { ok: false, why: "signed_out" };
    if (!answer.ok) return { ok: false, why: "refused", status: answer.status };
    return { ok: true, data: await answer.json() };
  } catch {
    return { ok: false, why: "offline" };
  }
}
