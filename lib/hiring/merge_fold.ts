/** The fields of a person that a merge chooses between. */
export const PERSON_FIELDS = ["name", "email", "phone", "place"] as const;
export type PersonField = typeof PERSON_FIELDS[number];

export type PersonValues = Readonly<Record<PersonField, string | null>>;

/** Whose value is shown: that of who was kept, or of who was merged into them. */
export type Choice = "kept" | "merged";
export type Choices = Readonly<Partial<Record<PersonField, Choice>>>;

/** A merge that holds. */
export interface HeldMerge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  /** A field that is not named is kept. */
  readonly choices: Choices;
}

/** What one candidate is after all merges that hold. */
export interface Folded {
  /** Who stands for it; its own id when it was merged into nobody. */
  readonly rootId: string;
  /** The values that every member of the person shows. */
  readonly shown: PersonValues;
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
  own: ReadonlyMap<string, PersonValues>,
  merges: readonly HeldMerge[],
): Map<string, Folded> {
  const parts = Map.groupBy(merges, ({ keptId }) => keptId);
  const inner = new Set(merges.map(({ mergedId }) => mergedId));
  const shownOf = (id: string): PersonValues => {
    const values = own.get(id);
    if (!values) throw new RangeError(`Candidate ${id} is missing`);
    return (parts.get(id) ?? []).reduce(
      (shown, { mergedId, choices }) => choose(shown, shownOf(mergedId), choices),
      values,
    );
  };
  const membersOf = (id: string): string[] => [
    id,
    ...(parts.get(id) ?? []).flatMap(({ mergedId }) => membersOf(mergedId)),
  ];
  const folded = new Map<string, Folded>();
  for (const rootId of own.keys()) {
    if (inner.has(rootId)) continue;
    const shown = shownOf(rootId);
    const members = membersOf(rootId);
    for (const id of members) folded.set(id, { rootId, shown, isMerged: members.length > 1 });
  }
  return folded;
}

function choose(kept: PersonValues, merged: PersonValues, choices: Choices): PersonValues {
  const of = (field: PersonField) => (choices[field] === "merged" ? merged : kept)[field];
  return { name: of("name"), email: of("email"), phone: of("phone"), place: of("place") };
}
