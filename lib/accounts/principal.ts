import type { Language } from "../talent/types.ts";

/** Who acts: a person, within one workspace. Every hiring and accounts function takes it first. */
export interface Principal {
  readonly userId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly role: Role;
  readonly isSuperuser: boolean;
  /** The language of the answers; null: as the request asks. */
  readonly language: Language | null;
}

export type Role = "owner" | "recruiter" | "hiring_manager" | "viewer";
