import type { Invitation } from "../lib/accounts/invitations.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import { RoleSelect } from "./RoleSelect.tsx";

/** Why an invitation could not be sent. */
/** "often": the address was sent enough mails for a while. */
export type InviteFault = "email" | "taken" | "often";

const FAULTS = {
  email: "account.wrong_email",
  taken: "workspace.invite_taken",
  often: "workspace.invite_often",
} as const;

export interface InvitationListProps {
  invitations: readonly Invitation[];
  /** What was typed and could not be taken. */
  typed: { readonly email: string; readonly fault: InviteFault } | null;
  language: Language;
  t: Translate;
}

/** Invitations that nobody has taken, and the form for another one. */
export function InvitationList({ invitations, typed, language, t }: InvitationListProps) {
  return (
    <>
      <form method="post" action="/settings/workspace/invite" class="grid max-w-[640px] gap-4">
        <Field
          id="invite-email"
          name="email"
          type="email"
          label={t("workspace.invite_email")}
          value={typed?.email ?? ""}
          autocomplete="off"
          maxLength={254}
          required
          hint={t("workspace.invite_hint")}
          error={typed ? t(FAULTS[typed.fault]) : undefined}
        />
        <div class="flex gap-2">
          <RoleSelect value="recruiter" label={t("workspace.invite_role")} t={t} />
          <Button icon="plus">{t("workspace.invite")}</Button>
        </div>
      </form>
      {invitations.length > 0 && (
        <ul class="mt-5 border-t border-line">
          {invitations.map((one) => (
            <Line key={one.id} invitation={one} language={language} t={t} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line(
  { invitation, language, t }: { invitation: Invitation; language: Language; t: Translate },
) {
  const { id, email, role, sentAt, expiresAt } = invitation;
  const now = new Date();
  const isOver = new Date(expiresAt) < now;
  const action = `/settings/workspace/invitations/${id}`;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-faint py-2">
      <span class="min-w-0 flex-1">
        <span class="name break-all">{email}</span>
        <span class="under-name">
          {t(`role.${role}`)} {"· "}
          {isOver
            ? t("workspace.expired")
            : t("workspace.sent", { when: formatWhen(language, new Date(sentAt), now) })}
        </span>
      </span>
      <form method="post" action={`${action}/resend`}>
        <Button size="small" label={t("workspace.resend_to", { email })}>
          {t("workspace.resend")}
        </Button>
      </form>
      <form method="post" action={`${action}/revoke`}>
        <Button kind="quiet" size="small" label={t("workspace.revoke_of", { email })}>
          {t("workspace.revoke")}
        </Button>
      </form>
    </li>
  );
}
