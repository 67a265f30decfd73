import { asset } from "fresh/runtime";
import type { State } from "../../../define.ts";
import type { Principal } from "../../../lib/accounts/principal.ts";
import { cacheOf } from "../../../lib/platform/cache.ts";
import type { AnswerCache } from "../../../lib/platform/endpoint_cache.ts";

/**
 * Where answers are kept, and for whom: for all who have the same rights in the same workspace and
 * read the same language. An answer that is another one for each person is not kept.
 */
export const answerCache: AnswerCache<State, Principal> = {
  storeOf: ({ db }) => cacheOf(db),
  scopeOf(actor: Principal | undefined, state) {
    // What is left out is who they are; whatever else a principal has tells answers apart.
    const { userId: _userId, apiKeyId: _key, name: _name, ...rights } = actor ?? NOBODY;
    // Another build may answer otherwise.
    return { ...rights, language: rights.language ?? state.language, build: asset("/") };
  },
  isShown: ({ config }) => config.environment !== "production",
};

/** Who calls where anyone may. */
const NOBODY = { userId: null, apiKeyId: null, name: null, language: null };
