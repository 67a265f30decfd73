/**
 * What somebody typed and has not saved, kept for as long as the tab lives: it survives a reload,
 * and signing in again when the session has ended.
 */
export function keepDraft(key: string, fields: Readonly<Record<string, string>>): void {
  try {
    sessionStorage.setItem(`draft:${key}`, JSON.stringify(fields));
  } catch {
    // Storage is full or switched off: what was typed still stands in its field.
  }
}

/** The draft of that name; null when there is none. */
export function readDraft(key: string): Record<string, string> | null {
  try {
    return JSON.parse(sessionStorage.getItem(`draft:${key}`) ?? "null");
  } catch {
    return null;
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(`draft:${key}`);
  } catch {
    // Then there is none.
  }
}

/** Leaves nothing that anybody typed behind in this tab. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("draft:")) sessionStorage.removeItem(key);
    }
  } catch {
    // Then there are none.
  }
}

/** Leads to signing in, and from there back to this page. */
export function signInAgain(): void {
  const next = location.pathname + location.search;
  location.assign(`/sign-in?${new URLSearchParams({ next, ended: "1" })}`);
}
