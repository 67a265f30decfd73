import { page } from "fresh";
import { AskPage } from "../../../components/AskPage.tsx";
import { ErrorLine } from "../../../components/Field.tsx";
import { PresentPasswordField } from "../../../components/PresentPasswordField.tsx";
import { define } from "../../../define.ts";
import { deleteAccount } from "../../../lib/accounts/account_removal.ts";
import { Conflict, InvalidInput, TooManyRequests } from "../../../lib/platform/errors.ts";
import { translator } from "../../../locales/translate.ts";
import { endSessionCookie } from "../../(_shared)/cookies.ts";
import { formFields } from "../../(_shared)/forms.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

interface DeleteData {
  problem: "wrong" | "needed" | { waitSeconds: number } | null;
}

export const handler = define.handlers({
  GET: () => page<DeleteData>({ problem: null }),

  async POST(ctx) {
    const { password = "" } = Object.fromEntries(await formFields(ctx.req));
    const { actor, user } = signedIn(ctx.state);
    const again = (problem: DeleteData["problem"], status: number) =>
      page<DeleteData>({ problem }, { status });
    try {
      const how = { password, address: ctx.state.address };
      await deleteAccount(actor, ctx.state, user.username, how);
    } catch (error) {
      if (error instanceof InvalidInput) return again("wrong", 422);
      if (error instanceof Conflict) return again("needed", 409);
      if (!(error instanceof TooManyRequests)) throw error;
      return again({ waitSeconds: error.retryAfterSeconds }, 429);
    }
    const answer = ctx.redirect("/sign-in?deleted", 303);
    answer.headers.append("set-cookie", endSessionCookie(ctx.state.config));
    return answer;
  },
});

export default define.page<typeof handler>(({ data: { problem }, state, url }) => {
  const t = translator(state.language);
  return (
    <AskPage
      title={t("account.delete_ask")}
      more={t("account.delete_more")}
      yes={t("account.delete")}
      back="/settings"
      {...{ state, url, t }}
    >
      {problem !== null && problem !== "wrong" && (
        <div role="alert">
          <ErrorLine>
            {problem === "needed"
              ? t("account.delete_needed")
              : t("sign_in.blocked", { count: problem.waitSeconds })}
          </ErrorLine>
        </div>
      )}
      <PresentPasswordField
        id="password"
        name="password"
        error={problem === "wrong" ? t("account.wrong_current") : undefined}
        t={t}
      />
    </AskPage>
  );
});
