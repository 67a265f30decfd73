import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Frame } from "../../components/Frame.tsx";
import { InvitationList, type InviteFault } from "../../components/InvitationList.tsx";
import { MembersTable } from "../../components/MembersTable.tsx";
import { Notice, Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import type { State } from "../../define.ts";
import { type Invitation, listInvitations } from "../../lib/accounts/invitations.ts";
import { listMembers, type WorkspaceMember } from "../../lib/accounts/members.ts";
import { can } from "../../lib/accounts/permissions.ts";
import { listWorkspacesOf, type OwnWorkspace } from "../../lib/accounts/workspaces.ts";
import { translator } from "../../locales/translate.ts";
import { signedIn } from "./signed_in.ts";

/** What was just done, by the form that did it. */
export const WORKSPACE_DONE = ["renamed", "invited", "revoked", "role", "removed"] as const;

/** Why something could not be done. */
export type WorkspaceProblem =
  | { readonly invite: { readonly email: string; readonly fault: InviteFault } }
  /** An invitation was not sent again. */
  | { readonly sentOften: true }
  | { readonly lastOwner: true };

export interface WorkspaceData {
  members: WorkspaceMember[];
  invitations: Invitation[];
  workspaces: OwnWorkspace[];
  problem: WorkspaceProblem | null;
  done: typeof WORKSPACE_DONE[number] | undefined;
}

/** The page of the workspace; after a form that could not be taken, with the reason. */
export async function workspacePage(
  { state }: Context<State>,
  { problem = null, done, status = 200 }: Partial<WorkspaceData> & { status?: number } = {},
): Promise<PageResponse<WorkspaceData>> {
  const { actor } = signedIn(state);
  const canWrite = can(actor, "members:write");
  const [members, invitations, workspaces] = await Promise.all([
    listMembers(actor, state.db),
    canWrite ? listInvitations(actor, state.db) : [],
    listWorkspacesOf(state.db, actor.userId),
  ]);
  return page({ members, invitations, workspaces, problem, done }, { status });
}

/** Draws it. */
export function WorkspacePage({ data, state, url }: PageProps<WorkspaceData, State>) {
  const t = translator(state.language);
  const { actor, workspace } = signedIn(state);
  const { members, invitations, workspaces, problem, done } = data;
  const canWrite = can(actor, "members:write");
  const { language } = state;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("workspace.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="workspace" t={t} />
        {problem && "lastOwner" in problem && (
          <Notice kind="stop">{t("workspace.last_owner")}</Notice>
        )}
        {problem && "sentOften" in problem && (
          <Notice kind="stop">{t("workspace.invite_often")}</Notice>
        )}
        <section class="border-b border-line py-6">
          {canWrite
            ? (
              <form
                method="post"
                action="/settings/workspace/rename"
                class="grid max-w-[640px] gap-4"
              >
                <Field
                  id="workspace-name"
                  name="name"
                  label={t("workspace.name")}
                  value={workspace.name}
                  maxLength={255}
                  required
                />
                <div>
                  <Button>{t("workspace.rename")}</Button>
                </div>
              </form>
            )
            : <p class="text-fg-2">{t("workspace.read_only", { name: workspace.name })}</p>}
        </section>
        <section class="border-b border-line py-6">
          <h2 class="mb-2">{t("workspace.members")}</h2>
          <MembersTable {...{ members, canWrite, language, t }} you={actor.userId} />
        </section>
        {canWrite && (
          <section class="border-b border-line py-6">
            <h2 class="mb-4">{t("workspace.invitations")}</h2>
            <InvitationList
              {...{ invitations, language, t }}
              typed={problem && "invite" in problem ? problem.invite : null}
            />
          </section>
        )}
        {workspaces.length > 1 && (
          <section class="border-b border-line py-6">
            <h2 class="mb-2">{t("workspace.switch")}</h2>
            <form method="post" action="/settings/workspace/switch" class="flex flex-wrap gap-2">
              {workspaces.map(({ id, name }) => (
                <Button
                  key={id}
                  name="workspaceId"
                  value={id}
                  disabled={id === workspace.id}
                >
                  {name}
                </Button>
              ))}
            </form>
          </section>
        )}
        <section class="py-6">
          <h2 class="mb-2">{t("workspace.leave_title")}</h2>
          <p class="mb-4 max-w-[640px] text-fg-2 text-pretty">{t("workspace.leave_more")}</p>
          <ButtonLink href="/settings/workspace/leave">{t("workspace.leave")}</ButtonLink>
        </section>
      </div>
      {done && <Toast>{t(`workspace.done_${done}`)}</Toast>}
    </Frame>
  );
}
