import { dictionary } from "@zxcvbn-ts/language-common";
import { z } from "zod";

/** The shortest password that may be chosen, in characters. */
export const MIN_PASSWORD = 10;

/** The longest, in UTF-16 units; more would only cost time to hash. */
export const MAX_PASSWORD = 1024;

/** Why a password may not be chosen. What it is made of does not matter (NIST SP 800-63B, 3.1.1). */
export type PasswordFault = "short" | "long" | "common";

/** What is wrong with a password to be chosen; null when nothing is. */
export function passwordFault(password: string): PasswordFault | null {
  if ([...password].length < MIN_PASSWORD) return "short";
  if (password.length > MAX_PASSWORD) return "long";
  return commonPasswords().has(password.toLowerCase()) ? "common" : null;
}

let common: ReadonlySet<string> | undefined;

/**
 * The most common passwords that are long enough to be chosen, in lower case: of the 49,000 that
 * the package lists, the most used first.
 */
function commonPasswords(): ReadonlySet<string> {
  return common ??= new Set(
    dictionary["passwords-common"].filter((password) => password.length >= MIN_PASSWORD)
      .map((password) => password.toLowerCase()),
  );
}

const DETAIL: Readonly<Record<PasswordFault, string>> = {
  short: `must have at least ${MIN_PASSWORD} characters`,
  long: `must have at most ${MAX_PASSWORD} characters`,
  common: "is one of the most common passwords: choose another one",
};

/** A password that somebody chooses. */
export const NewPassword = z.string("must be a text").superRefine((value, context) => {
  const fault = passwordFault(value);
  if (fault) context.addIssue({ code: "custom", message: DETAIL[fault] });
}).meta({ minLength: MIN_PASSWORD, maxLength: MAX_PASSWORD });

/** A password that is there already; how it was chosen is not looked at. */
export const PresentPassword = z.string("must be a text").min(1, "must not be empty")
  .max(MAX_PASSWORD, DETAIL.long);
