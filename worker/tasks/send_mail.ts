import { writeMail } from "../../components/mail/write_mail.tsx";
import { deliverMail } from "../../lib/accounts/mail_delivery.ts";
import { SendMailTask } from "../../lib/accounts/mails.ts";
import { htmlOf } from "../../lib/platform/html.ts";
import { task } from "../task.ts";

/** Sends one mail. */
export const sendMail = task(
  SendMailTask,
  (input, { services }) => deliverMail(services, input, (mail) => writeMail(mail, htmlOf)),
);
