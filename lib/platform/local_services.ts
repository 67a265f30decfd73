import { join } from "node:path";
import { z } from "zod";

/** What `deno task start` leaves in DATA_DIR while it runs, for the other tasks beside it. */
export const LocalServices = z.object({
  databaseUrl: z.string(),
  queueUrl: z.string(),
  cacheUrl: z.string(),
  rateLimitUrl: z.string(),
  secretKey: z.string(),
  previousSecretKeys: z.array(z.string()).default([]),
});

export type LocalServices = z.infer<typeof LocalServices>;

/** The file that holds the addresses; only its owner may read it. */
export function localServicesPath(dataDir: string): string {
  return join(dataDir, "services.json");
}

/** The addresses of the services that run in `dataDir`; undefined when none are recorded. */
export function readLocalServices(dataDir: string): LocalServices | undefined {
  let text: string;
  try {
    text = Deno.readTextFileSync(localServicesPath(dataDir));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return undefined;
    }
    throw error;
  }
  try {
    return LocalServices.parse(JSON.parse(text));
  } catch {
    return undefined; // half-written by a killed start: as good as none
  }
}
