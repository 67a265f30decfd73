import { generateSecret, generateURI, verifySync } from "otplib";

/** How long a code is shown; what all apps do when the URI says nothing else. */
const PERIOD_SECONDS = 30;

/** A new secret of 160 random bits in base32, as RFC 4226 (4, R6) recommends. */
export function newTotpSecret(): string {
  return generateSecret();
}

/**
 * The time step that a code belongs to (RFC 6238): the present one, the one before or the one
 * after, since clocks differ and typing takes a while.
 *
 * @param code Six digits.
 * @returns Undefined if it is the code of none of them.
 */
export function totpStepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: PERIOD_SECONDS,
  });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}

/** What the QR code says to the app: an `otpauth://` URI with the secret. */
export function totpUri(secret: string, username: string): string {
  return generateURI({ issuer: "Talent Copilot", label: username, secret });
}
