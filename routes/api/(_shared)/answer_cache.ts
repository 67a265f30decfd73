import { asset } from "fresh/runtime";
import type { State } from "../../../define.ts";
import type { Principal } from "../../../lib/accounts/principal.ts";
import { cacheOf } from "../../../lib/platform/cache.ts";
import { canonicalJson, WrittenJson } from "../../../lib/platform/canonical_json.ts";
import type { AnswerCache } from "../../../lib/platform/endpoint_cache.ts";
import type { Language } from "../../../lib/talent/types.ts";

/**
 * Where answers are kept, and for whom: for all who have the same rights in the same workspace and
 * read the same language. An answer that is another one for each person is not kept.
 */
export const answerCache: AnswerCache<State, Principal> = {
  storeOf: ({ db }) => cacheOf(db),
  scopeOf(actor: Principal | undefined, { language }) {
    const known = scopes.get(actor ?? NOBODY);
    if (known?.language === language) return known.scope;
    const scope = scopeOf(actor ?? NOBODY, language);
    scopes.set(actor ?? NOBODY, { language, scope });
    return scope;
  },
  isShown: ({ config }) => config.environment !== "production",
};

type Caller = Principal | typeof NOBODY;

/** Who calls where anyone may. */
const NOBODY = { userId: null, apiKeyId: null, name: null, language: null };

/** Written once for each caller, who is the same object as long as nothing about them changes. */
const scopes = new WeakMap<Caller, { readonly language: Language; readonly scope: WrittenJson }>();

function scopeOf(caller: Caller, language: Language): WrittenJson {
  // What is left out is who they are; whatever else a principal has tells answers apart.
  const { userId: _userId, apiKeyId: _key, name: _name, ...rights } = caller;
  // Another build may answer otherwise.
  const build = asset("/");
  return new WrittenJson(
    canonicalJson({ ...rights, language: rights.language ?? language, build }),
  );
}
