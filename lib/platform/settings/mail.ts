import { join } from "node:path";
import type { z } from "zod";
import { address, matching } from "../setting_kinds.ts";

const GROUP = "Mail";
const PROTOCOLS = ["smtp:", "smtps:"];

export const MAIL_SETTINGS = {
  SMTP_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "The server that takes mails, such as smtps://user:password@mail.company.com.",
    fallback: "mails are written to DATA_DIR/mail and listed at /admin/mails",
  }).optional(),
  MAIL_FROM: matching(
    /^[^\r\n]*[^@\s]{1,64}@[^@\s]{1,189}$/,
    "an e-mail address, or Name <address>",
    {
      group: GROUP,
      about: "Who the mails are from.",
    },
  ).default("Talent Copilot <no-reply@localhost>"),
};

type Values = z.infer<z.ZodObject<typeof MAIL_SETTINGS>>;

/** How mails are sent. */
export interface MailConfig {
  /** Undefined: mails are written to `folder`. */
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** Absolute. */
  readonly folder: string;
}

/** @param dataDir Absolute. */
export function mailOf(values: Values, dataDir: string): MailConfig {
  return {
    smtpUrl: values.SMTP_URL,
    from: values.MAIL_FROM,
    folder: join(dataDir, "mail"),
  };
}
