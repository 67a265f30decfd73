import { z } from "zod";
import { CandidatePatch } from "../../lib/hiring/candidate_changes.ts";

/** An empty field of a form means that there is nothing. */
function orNothing<T extends string>(schema: z.ZodType<T | null, string | null>) {
  return z.string().transform((typed) => typed.trim() === "" ? null : typed).pipe(schema);
}

const { name, email, phone, place, consent, consentOn, consentUntil } = CandidatePatch.shape;

/** What a form saw of a value; an empty one was none. */
const was = z.string().transform((seen) => seen === "" ? null : seen).optional();

/** Fields of how to reach a person, as the forms send them: the ones that are there. */
export const ContactForm = z.object({
  name: orNothing(name.unwrap()),
  email: orNothing(email.unwrap()),
  phone: orNothing(phone.unwrap()),
  place: orNothing(place.unwrap()),
}).partial().extend({ was }).transform(({ was, ...patch }) => ({
  ...patch,
  ...(was === undefined
    ? {}
    : { seen: Object.fromEntries(Object.keys(patch).map((field) => [field, was])) }),
}));

/** Consent as its form sends it. */
export const ConsentForm = z.object({
  consent: orNothing(consent.unwrap()),
  consentOn: orNothing(consentOn.unwrap()),
  consentUntil: orNothing(consentUntil.unwrap()),
  wasConsent: was,
  wasConsentOn: was,
  wasConsentUntil: was,
}).transform(({ wasConsent, wasConsentOn, wasConsentUntil, ...patch }) => ({
  ...patch,
  seen: { consent: wasConsent, consentOn: wasConsentOn, consentUntil: wasConsentUntil },
}));
