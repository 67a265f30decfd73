import { renewRecoveryCodes, TwoFactorProof } from "../../../../../../lib/accounts/two_factor.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { RecoveryCodes } from "../../../../(_shared)/recovery_codes.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Make new recovery codes, by password and code; those before count no more",
    tag: "Sign-in",
    description: "They are answered this once. `code` is one of your app, or a recovery code.",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "While two-factor sign-in is off": {
        body: { password: "correct horse battery", code: "123456" },
        status: 409,
      },
    },
    may: "own_sign_in",
    repeat: "none",
    body: TwoFactorProof,
    answer: RecoveryCodes,
    handle: async ({ actor, state, body, address }) => ({
      recoveryCodes: await renewRecoveryCodes(actor, state, body, address),
    }),
  }),
});
