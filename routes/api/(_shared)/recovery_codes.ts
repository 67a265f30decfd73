import { z } from "zod";

/** Recovery codes, which are told once. */
export const RecoveryCodes = z.object({
  /** Each signs in once in place of a code of the app. */
  recoveryCodes: z.array(z.string()),
});
