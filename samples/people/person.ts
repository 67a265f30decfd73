/** One invented person's résumé, before it becomes a file. */
export interface Person {
  /** The file's name; its ending decides the format. */
  readonly file: string;
  readonly job:
    | "senior-backend-engineer"
    | "verpleegkundige-intensive-care"
    | "account-manager-benelux";
  readonly language: "en" | "nl";
  readonly layout?: "plain" | "side-bar";
  readonly name: string;
  readonly title: string;
  readonly contact: string;
  readonly summary?: string;
  /** Title and organisation; dates; what was done. */
  readonly work: readonly (readonly [string, string, readonly string[]])[];
  readonly education: readonly string[];
  readonly languages: string;
  readonly skills?: string;
  readonly other?: readonly string[];
  /** Printed white on white: what a reader does not see. */
  readonly hidden?: string;
}
