import { z } from "zod";

/** The path of a user; reserved names too, which the first superuser may have. */
export const ByUsername = z.object({ username: z.string().regex(/^[a-z0-9]{2,20}$/) });
