import { createDefine } from "fresh";
import type { CallAllowance } from "./lib/accounts/call_allowance.ts";
import type { Person, Principal } from "./lib/accounts/principal.ts";
import type { Session } from "./lib/accounts/sessions.ts";
import type { Repeat } from "./lib/platform/idempotency.ts";
import type { Services } from "./lib/platform/services.ts";
import type { Counting } from "./routes/api/(_shared)/limit_calls.ts";
import type { Language } from "./lib/talent/types.ts";

/** What the middlewares lay down for each request; see main.ts for their order. */
export interface State extends Services {
  /** Echoed in `X-Request-Id`, in the log and on error pages. */
  requestId: string;
  /** Of the client, as far as the connection or a trusted proxy tells. */
  address: string;
  /** Aborts when the request has taken too long; whoever does long work looks at it. */
  signal(): AbortSignal;
  /** The language of the answer: the user's, the cookie's, or the browser's. */
  language: Language;
  theme: "system" | "light" | "dark";
  /** The browser session; undefined when nobody is signed in, and always under /api/v1. */
  session?: Session;
  /** Who calls the API, once that is known; for the log alone. */
  caller?: Principal;
  /** The call as it was counted for who was foreseen. */
  counting?: Counting;
  /** What the caller may still do. Only behind the operations of routes/api/v1. */
  allowance: CallAllowance;
  /** Of a call with an `Idempotency-Key` that runs beside its claim. */
  repeat?: Repeat;
  /** The answer that came with all its headers: nothing that all answers have is added to it. */
  complete?: Response;
  /** A content security policy in place of the pages': of a page that others drew. */
  ownPolicy?: string;
  /** Who acts on a page. Only behind the guard of routes/(signed-in). */
  actor: Person;
}

export const define = createDefine<State>();
