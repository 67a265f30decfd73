import { signIn } from "../../lib/accounts/sessions.ts";
import { sessionCookieName } from "../../routes/(_shared)/cookies.ts";
import type { ApiTest } from "./api.ts";
import { PASSWORD } from "./owner.ts";

/** Somebody who is signed in and opens pages. */
export interface Visitor {
  /** Opens a page of the app in a language; redirects are not followed. */
  open(path: string, language?: "en" | "nl", method?: string): Promise<Response>;
  /** Sends a form, as a page does. */
  send(
    path: string,
    fields: Readonly<Record<string, string>>,
    language?: "en" | "nl",
  ): Promise<Response>;
}

/** Signs a person of the test in: "olga" is the owner. */
export async function visitor({ test, url }: ApiTest, login: string): Promise<Visitor> {
  const { token } = await signIn(test.services, {
    login,
    password: PASSWORD,
    address: "local",
    userAgent: null,
  });
  const headers = (language: string) => ({
    cookie: `${sessionCookieName(test.config)}=${token}; language=${language}`,
    origin: url,
  });
  return {
    open: (path, language = "en", method = "GET") =>
      fetch(url + path, { method, redirect: "manual", headers: headers(language) }),
    send: (path, fields, language = "en") =>
      fetch(url + path, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
        headers: headers(language),
      }),
  };
}
