/** A style sheet of some pages alone: `static/<name>.css`. What most pages need is in styles.css. */
export type PageSheet =
  | "board"
  | "compare"
  | "desk"
  | "evaluation"
  | "guide"
  | "jobs"
  | "letters"
  | "own"
  | "people"
  | "privacy"
  | "ranking"
  | "report"
  | "requirements"
  | "sensitivity";

const SHEETS: readonly (readonly [RegExp, readonly PageSheet[]])[] = [
  [/^\/$/, ["jobs"]],
  [/^\/(resumes\/[^/]+\/letter|settings\/letters)/, ["letters"]],
  [/^\/resumes\/[^/]+/, ["evaluation"]],
  [/^\/jobs\/[^/]+\/ranking\/(sensitivity|engine)/, ["sensitivity"]],
  [/^\/jobs\/[^/]+\/ranking/, ["desk", "ranking"]],
  [/^\/jobs\/[^/]+\/requirements/, ["requirements"]],
  [/^\/jobs\/[^/]+\/(board|activity)/, ["board"]],
  [/^\/jobs\/[^/]+\/compare/, ["compare"]],
  [/^\/jobs\/[^/]+\/pool/, ["ranking"]],
  [/^\/jobs\/[^/]+\/reports?/, ["people", "report"]],
  [/^\/reports/, ["report"]],
  [/^\/candidates\/(duplicates|[^/]+\/merge|merge)/, ["people", "compare"]],
  [/^\/candidates\/requests/, []],
  [/^\/candidates\/[^/]+/, ["people", "board", "letters"]],
  [/^\/(ask|candidates|find|notes)/, ["people", "board"]],
  [/^\/your-data/, ["own"]],
  [/^\/(settings\/retention|admin\/health)/, ["privacy"]],
  [/^\/settings\/stages/, ["board"]],
  [/^\/components/, ["board", "desk", "evaluation", "guide", "ranking", "requirements"]],
];

/** What a page needs beside styles.css, by its path. */
export function sheetsOf(path: string): readonly PageSheet[] {
  return SHEETS.find(([pattern]) => pattern.test(path))?.[1] ?? [];
}
