import { turnOnTwoFactor, TwoFactorProof } from "../../../../../../lib/accounts/two_factor.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { tokenOf } from "../../../../(_shared)/own_token.ts";
import { RecoveryCodes } from "../../../../(_shared)/recovery_codes.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Turn two-factor sign-in on, by password and the first code of the app",
    tag: "Sign-in",
    description:
      "Answers the recovery codes, this once. You are signed out everywhere else: those sign-ins " +
      "asked for no code.",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "Before it was begun": {
        body: { password: "correct horse battery", code: "123456" },
        status: 409,
      },
      "With a wrong password": { body: { password: "guess", code: "123456" }, status: 422 },
    },
    may: "own_sign_in",
    repeat: "none",
    body: TwoFactorProof,
    answer: RecoveryCodes,
    async handle({ actor, state, body, request, address }) {
      const { familyId } = await tokenOf(state, request);
      const codes = await turnOnTwoFactor(actor, state, body, { familyId, address });
      return { recoveryCodes: codes };
    },
  }),
});
