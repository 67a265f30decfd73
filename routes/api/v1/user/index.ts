import { Account } from "../../../../lib/accounts/accounts.ts";
import { register, RegistrationInput } from "../../../../lib/accounts/registration.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Register: make an account",
    tag: "Users",
    description:
      "Who may is said by the setting `REGISTRATION`: anybody (`open`), who has an invitation " +
      "(`invite`, the default), or nobody (`closed`). A superuser always may, for somebody else. " +
      "`invitation` is the secret at the end of the link in its mail; without one, the account " +
      "gets a workspace of its own. The address is asked for by mail.",
    errors: ["conflict", "forbidden", "not_found", "too_many_requests"],
    examples: {
      "Without an invitation": {
        body: {
          name: "Noor Visser",
          username: "noor",
          email: "noor@example.com",
          password: "a sentence of her own",
          workspaceName: "Visser & Zn",
        },
        status: 403,
      },
      "With a password that everybody has": {
        body: {
          name: "Noor Visser",
          username: "noor",
          email: "noor@example.com",
          password: "1234567890",
        },
        status: 422,
      },
    },
    may: "anyone",
    // A refusal is counted, which a transaction around it would take back.
    repeat: "beside",
    body: RegistrationInput,
    status: 201,
    answer: Account,
    async handle(call) {
      const by = call.signedIn();
      const { state, address, body } = call;
      const { language, repeat } = state;
      return await register(state, body, { by, address, language, repeat });
    },
  }),
});
