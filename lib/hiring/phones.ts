import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * A phone number as every writing of it comes to be the same: "+31612345678" (E.164). One without
 * a country is taken for a Dutch one.
 *
 * @returns Null when there is no such number.
 */
export function toE164(phone: string | null): string | null {
  if (phone === null) return null;
  const found = parsePhoneNumberFromString(phone, "NL");
  return found?.isValid() ? found.number : null;
}
