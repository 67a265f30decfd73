import { z } from "zod";
import {
  beginTwoFactor,
  getTwoFactor,
  NewSecret,
  turnOffTwoFactor,
  TwoFactorProof,
} from "../../../../../../lib/accounts/two_factor.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { Instant } from "../../../../../../lib/platform/input.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";

const Standing = z.object({
  /** "begun": a secret was shown and waits for the first code of the app. */
  state: z.enum(["off", "begun", "on"]),
  /** Since when it is on; else null. */
  since: Instant.nullable(),
  /** How many recovery codes are left, once it is on; else null. */
  recoveryCodesLeft: z.int().nullable(),
});

export const handler = resource({
  GET: endpoint({
    summary: "How your two-factor sign-in stands",
    tag: "Sign-in",
    examples: { "Off": { answer: { state: "off", since: null, recoveryCodesLeft: null } } },
    may: "own_sign_in",
    answer: Standing,
    async handle({ actor, state }) {
      const found = await getTwoFactor(actor, state);
      if (found.state !== "on") return { state: found.state, since: null, recoveryCodesLeft: null };
      const since = found.since.toISOString();
      return { state: found.state, since, recoveryCodesLeft: found.codesLeft };
    },
  }),

  POST: endpoint({
    summary: "Begin to set up two-factor sign-in: answers a secret for your app",
    tag: "Sign-in",
    description:
      "`uri` is what a QR code says to the app (TOTP, RFC 6238: six digits, 30 seconds, SHA-1). " +
      "Nothing changes before `POST /user/me/two_factor/confirm`; a secret that was not confirmed " +
      "is forgotten.",
    errors: ["conflict"],
    examples: { "A secret": {} },
    may: "own_sign_in",
    repeat: "none",
    status: 201,
    answer: NewSecret,
    handle: ({ actor, state }) => beginTwoFactor(actor, state),
  }),

  DELETE: endpoint({
    summary: "Turn your two-factor sign-in off, by password and code",
    tag: "Sign-in",
    description: "`code` is one of your app, or a recovery code.",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "While it is off": {
        body: { password: "correct horse battery", code: "123456" },
        status: 409,
      },
    },
    may: "own_sign_in",
    body: TwoFactorProof,
    handle: ({ actor, state, body, address }) =>
      turnOffTwoFactor(actor, state, body, address) as Promise<undefined>,
  }),
});
