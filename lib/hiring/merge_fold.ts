/** The fields of a person that a merge chooses between. */
export const PERSON_FIELDS = ["name", "email", "phone", "place"] as const;
export type PersonField = typeof PERSON_FIELDS[number];

export type PersonValues = Readonly<Record<PersonField, string | null>>;

/** Whether somebody's data may be kept, and the days of it, as "2026-01-05". */
export interface ConsentValue {
  /** Null: nobody has asked. */
  readonly state: "given" | "withdrawn" | null;
  readonly on: string | null;
  readonly until: string | null;
}

/** What a candidate has, or a person shows. */
export type MemberValues = PersonValues & { readonly consent: ConsentValue };

/** Whose value is shown: that of who was kept, or of who was merged into them. */
export type Choice = "kept" | "merged";

/** Consent is not chosen; it is "kept" once a person has changed it after the merge. */
export type Choices =
  & Readonly<Partial<Record<PersonField, Choice>>>
  & { readonly consent?: "kept" };

/** A merge that holds. */
export interface HeldMerge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  /** A field that is not named is kept. */
  readonly choices: Choices;
  /** What was removed, in lower case, from who was kept since; the merged ones' is hidden. */
  readonly removedTags: readonly string[];
}

/** What one candidate is after all merges that hold. */
export interface Folded {
  /** Who stands for it; its own id when it was merged into nobody. */
  readonly rootId: string;
  /** The values that every member of the person shows. */
  readonly shown: MemberValues;
  /** Its own tags that are not shown, in lower case. */
  readonly hiddenTags: readonly string[];
  /** Whether it is one of several. */
  readonly isMerged: boolean;
}

/**
 * Works out what candidates show: who was merged last into somebody is chosen last, and shows what
 * those merged into it make of it. Nothing of it depends on merges that were undone.
 *
 * @param own What each candidate has of its own.
 * @param merges Those that hold between them, the oldest first; nobody is merged into two.
 */
export function foldMerges(
  own: ReadonlyMap<string, MemberValues>,
  merges: readonly HeldMerge[],
): Map<string, Folded> {
  const parts = Map.groupBy(merges, ({ keptId }) => keptId);
  const inner = new Set(merges.map(({ mergedId }) => mergedId));
  const ownOf = (id: string): MemberValues => {
    const values = own.get(id);
    if (!values) throw new RangeError(`Candidate ${id} is missing`);
    return values;
  };
  const shownOf = (id: string): PersonValues =>
    (parts.get(id) ?? []).reduce(
      (shown, { mergedId, choices }) => choose(shown, shownOf(mergedId), choices),
      ownOf(id) as PersonValues,
    );
  const consentsOf = (id: string): ConsentValue[] => [
    ownOf(id).consent,
    ...(parts.get(id) ?? []).flatMap(({ mergedId, choices }) =>
      choices.consent === "kept" ? [] : consentsOf(mergedId)
    ),
  ];
  const membersOf = (id: string, hiddenTags: readonly string[]): [string, readonly string[]][] => [
    [id, hiddenTags],
    ...(parts.get(id) ?? []).flatMap(({ mergedId, removedTags }) =>
      membersOf(mergedId, [...hiddenTags, ...removedTags])
    ),
  ];
  const folded = new Map<string, Folded>();
  for (const rootId of own.keys()) {
    if (inner.has(rootId)) continue;
    const shown = { ...shownOf(rootId), consent: consentOfAll(consentsOf(rootId)) };
    const members = membersOf(rootId, []);
    for (const [id, hiddenTags] of members) {
      folded.set(id, { rootId, shown, hiddenTags, isMerged: members.length > 1 });
    }
  }
  return folded;
}

function choose(kept: PersonValues, merged: PersonValues, choices: Choices): PersonValues {
  const of = (field: PersonField) => (choices[field] === "merged" ? merged : kept)[field];
  return { name: of("name"), email: of("email"), phone: of("phone"), place: of("place") };
}

/**
 * What several consents of one person come to: taken back once is taken back; else the kept one's
 * holds, else the one given last.
 *
 * @param consents The kept one's first.
 */
export function consentOfAll(consents: readonly ConsentValue[]): ConsentValue {
  const [kept] = consents;
  if (!kept) throw new RangeError("Nobody's consent is asked for");
  const back = consents.filter(({ state }) => state === "withdrawn");
  const some = back.length > 0 ? back : consents.filter(({ state }) => state !== null);
  if (some.length === 0 || some.includes(kept)) return kept;
  return some.reduce((last, one) => (one.on ?? "") > (last.on ?? "") ? one : last);
}
