import { writeLetter } from "../../components/mail/write_letter.tsx";
import { deliverLetter, SendLetterTask } from "../../lib/hiring/letter_delivery.ts";
import { htmlOf } from "../../lib/platform/html.ts";
import { task } from "../task.ts";

/** Sends one letter to a candidate. */
export const sendLetter = task(
  SendLetterTask,
  (input, { services }) => deliverLetter(services, input, (letter) => htmlOf(writeLetter(letter))),
);
