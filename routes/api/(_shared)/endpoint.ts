import { z } from "zod";
import type { State } from "../../../define.ts";
import { type Access, requireAccess } from "../../../lib/accounts/permissions.ts";
import { asHead, type Principal } from "../../../lib/accounts/principal.ts";
import { authenticate, foreseeCaller } from "../../../lib/accounts/authenticate.ts";
import { endpointMaker } from "../../../lib/platform/endpoint.ts";
import { Id } from "../../../lib/platform/input.ts";
import { acrossWorkspaces, inWorkspace } from "../../../lib/platform/workspace_scope.ts";
import type { Language } from "../../../lib/talent/types.ts";
import { secureData } from "../../(_middlewares)/secure_headers.ts";
import { VARIES_BY } from "../../(_middlewares)/know_visitor.ts";
import { answerCache } from "./answer_cache.ts";
import { beginCounting, limitCalls } from "./limit_calls.ts";
import { makeRepeatable } from "./make_repeatable.ts";

/** What these are asked for is a person wherever they are a member, or the installation. */
const OF_SEVERAL_WORKSPACES: ReadonlySet<Access | "anyone"> = new Set([
  "anyone",
  "person",
  "own_sign_in",
  "superuser",
]);

/**
 * Makes a handler of the API; callers show who they are by an access token or an API key, never by
 * a cookie.
 */
export const endpoint = endpointMaker<State, Principal, Access>(
  {
    async authenticate({ state, method, authorization, may }) {
      const actor = await authenticate(state, authorization, state.address, {
        isOwnSignIn: may === "own_sign_in",
      });
      state.caller = actor;
      return method === "HEAD" ? asHead(actor) : actor;
    },
    allow: requireAccess,
    within(actor, may, answer) {
      return actor && !OF_SEVERAL_WORKSPACES.has(may)
        ? inWorkspace(actor.workspaceId, answer)
        : acrossWorkspaces("users and the installation are of several workspaces", answer);
    },
    foresee: foreseeCaller,
    begin: beginCounting,
  },
  [limitCalls, makeRepeatable],
  answerCache,
  {
    headersOf: ({ requestId, allowance, config }) => ({
      ...secureData(config),
      "x-request-id": requestId,
      vary: VARIES_BY,
      ...allowance.headers(),
    }),
    note: (state, answer) => state.complete = answer,
  },
);

/** The path of everything that has an id. */
export const ById = z.object({ id: Id });

/** The language that an answer's sentences are in: the user's choice, or what the request asks. */
export function languageOf({ actor, state }: { actor: Principal; state: State }): Language {
  return actor.language ?? state.language;
}
