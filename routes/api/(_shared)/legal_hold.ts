import {
  type HeldThing,
  LegalHoldInput,
  placeLegalHold,
  releaseLegalHold,
} from "../../../lib/hiring/privacy/legal_holds.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "./endpoint.ts";

/** What is held, and how the documentation speaks of it. */
export interface Holding {
  readonly tag: string;
  /** "Keep a person from being deleted". */
  readonly place: string;
  readonly release: string;
  /** Of the sample. */
  readonly id: string;
  readonly held: (id: string) => HeldThing;
}

/** The path of a legal hold: PUT places it, DELETE releases it. */
export function legalHold({ tag, place, release, id, held }: Holding) {
  return resource({
    PUT: endpoint({
      summary: `${place}, by anybody and by the rule`,
      tag,
      errors: ["conflict"],
      examples: { "A claim": { path: { id }, body: { reason: "Claim of 3 March" } } },
      may: "candidates:write",
      path: ById,
      body: LegalHoldInput,
      async handle({ actor, state, path, body }) {
        await placeLegalHold(actor, state.db, held(path.id), body);
        return undefined;
      },
    }),
    DELETE: endpoint({
      summary: release,
      tag,
      examples: { "The claim is settled": { path: { id } } },
      may: "candidates:write",
      path: ById,
      async handle({ actor, state, path }) {
        await releaseLegalHold(actor, state.db, held(path.id));
        return undefined;
      },
    }),
  });
}
