import { z } from "zod";
import { CALLS_SETTINGS } from "./settings/calls.ts";
import { DATABASE_SETTINGS } from "./settings/database.ts";
import { DOCUMENTS_SETTINGS } from "./settings/documents.ts";
import { FIRST_USER_SETTINGS } from "./settings/first_user.ts";
import { LANGUAGE_MODEL_SETTINGS } from "./settings/language_model.ts";
import { MAIL_SETTINGS } from "./settings/mail.ts";
import { REDIS_SETTINGS } from "./settings/redis.ts";
import { SIGN_IN_SETTINGS } from "./settings/sign_in.ts";
import { STORAGE_SETTINGS } from "./settings/storage.ts";
import { VIRUS_SCAN_SETTINGS } from "./settings/virus_scan.ts";
import { WATCHING_SETTINGS } from "./settings/watching.ts";
import { WEB_SETTINGS } from "./settings/web.ts";
import { WORKER_SETTINGS } from "./settings/worker.ts";

/**
 * Every setting, under the name of its environment variable, in the order of docs/configuration.md.
 * An empty value counts as unset.
 */
export const Environment = z.object({
  ...WEB_SETTINGS,
  ...WATCHING_SETTINGS,
  ...SIGN_IN_SETTINGS,
  ...MAIL_SETTINGS,
  ...FIRST_USER_SETTINGS,
  ...DATABASE_SETTINGS,
  ...STORAGE_SETTINGS,
  ...VIRUS_SCAN_SETTINGS,
  ...REDIS_SETTINGS,
  ...WORKER_SETTINGS,
  ...CALLS_SETTINGS,
  ...DOCUMENTS_SETTINGS,
  ...LANGUAGE_MODEL_SETTINGS,
});

export type Environment = z.infer<typeof Environment>;
