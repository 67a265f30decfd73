import { sql } from "kysely";
import assert from "node:assert/strict";
import {
  type Access,
  type Permission,
  ROLE_PERMISSIONS,
  SCOPES,
} from "../lib/accounts/permissions.ts";
import type { Role } from "../lib/accounts/principal.ts";
import { endTokenFamily, openTokenFamily } from "../lib/accounts/token_families.ts";
import { issueAccessToken, readAccessToken } from "../lib/accounts/tokens.ts";
import {
  type ApiTest,
  apiTest,
  type Caller,
  type CallOptions,
  untilRanked,
} from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import { selectQueueState } from "../lib/platform/queue_state.ts";
import type { PlacedOperation } from "../lib/platform/openapi.ts";
import { BULK, JOB, makeRows, newEmail, newStage, type Rows, WEBHOOK } from "./harness/rows.ts";
import { waitFor } from "./harness/wait.ts";

interface Try {
  readonly path: (rows: Rows) => string;
  readonly options?: (rows: Rows) => CallOptions;
  /** What the owner of the rows gets. */
  readonly status: number;
  /** What the only person of a workspace gets, if it is not the same. */
  readonly alone?: number;
  /** The body or the query names the rows, not the path. */
  readonly isOfRows?: boolean;
  /** The path names what belongs to no workspace. */
  readonly isForAll?: boolean;
}

const form = () => {
  const body = new FormData();
  body.append("files", new Blob([crypto.randomUUID()]), "a.txt");
  return { body };
};
const overriding = ({ requirement }: Rows) => ({
  json: { requirement_id: requirement, match: "YES", reason: "As seen in the interview" },
});

/** Right as far as it goes: where two-factor sign-in is off there is no code. */
const PROOF = { password: PASSWORD, code: "123456" };

/** How to call each operation; one without an entry fails the test below. */
const TRIES: Record<string, Try> = {
  "GET /jobs": { path: () => "/jobs", status: 200 },
  // Before the requirements are changed: then it cannot be taken any more.
  "GET /jobs/{id}/engine_comparison": {
    path: ({ job }) => `/jobs/${job}/engine_comparison`,
    status: 200,
  },
  "POST /jobs/{id}/engine_comparison/accept": {
    path: ({ job }) => `/jobs/${job}/engine_comparison/accept`,
    status: 200,
  },
  "POST /jobs/{id}/engine_comparison": {
    path: ({ job }) => `/jobs/${job}/engine_comparison`,
    status: 202,
  },
  "DELETE /jobs/{id}/engine_comparison": {
    path: ({ job }) => `/jobs/${job}/engine_comparison`,
    status: 204,
  },
  "POST /jobs": { path: () => "/jobs", options: () => ({ json: JOB }), status: 201 },
  "POST /moves/{batch_id}/undo": { path: ({ batch }) => `/moves/${batch}/undo`, status: 200 },
  "POST /moves": {
    path: () => "/moves",
    options: ({ resume }) => ({
      json: { resumes: [{ id: resume }], to: { decision: "shortlisted" } },
    }),
    status: 200,
    isOfRows: true,
  },
  "GET /resumes/{id}/moves": { path: ({ resume }) => `/resumes/${resume}/moves`, status: 200 },
  "GET /stages": { path: () => "/stages", status: 200 },
  "POST /stages": { path: () => "/stages", options: () => ({ json: newStage() }), status: 201 },
  "PATCH /stages/{id}": {
    path: ({ stage }) => `/stages/${stage}`,
    options: () => ({ json: { name: crypto.randomUUID(), position: 1 } }),
    status: 200,
  },
  "DELETE /stages/{id}": { path: ({ stage }) => `/stages/${stage}`, status: 200 },
  "GET /jobs/{id}/board": { path: ({ job }) => `/jobs/${job}/board`, status: 200 },
  "GET /jobs/{id}/activity": { path: ({ job }) => `/jobs/${job}/activity`, status: 200 },
  "GET /jobs/{id}": { path: ({ job }) => `/jobs/${job}`, status: 200 },
  "PATCH /jobs/{id}": {
    path: ({ job }) => `/jobs/${job}`,
    options: () => ({ json: { title: "Renamed" } }),
    status: 200,
  },
  // No model is set up: a question is refused, to who may ask it.
  "GET /language_model": { path: () => "/language_model", status: 200 },
  "GET /jobs/{id}/proposals": { path: ({ job }) => `/jobs/${job}/proposals`, status: 200 },
  "POST /jobs/{id}/proposals": { path: ({ job }) => `/jobs/${job}/proposals`, status: 409 },
  "POST /proposals/{id}/drop": {
    path: ({ spareProposal }) => `/proposals/${spareProposal}/drop`,
    status: 204,
  },
  "POST /proposals/{id}/take": {
    path: ({ proposal }) => `/proposals/${proposal}/take`,
    status: 201,
  },
  "GET /evaluations/{id}/opinion": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/opinion`,
    status: 200,
  },
  "POST /evaluations/{id}/opinion": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/opinion`,
    status: 409,
  },
  "GET /evaluations/{id}/wording": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/wording`,
    status: 200,
  },
  "POST /evaluations/{id}/wording": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/wording`,
    status: 409,
  },
  "PUT /jobs/{id}/requirements": {
    path: ({ job }) => `/jobs/${job}/requirements`,
    options: ({ requirement }) => ({
      json: { requirements: [{ id: requirement, name: "TypeScript" }] },
    }),
    status: 200,
  },
  "GET /jobs/{id}/resumes": { path: ({ job }) => `/jobs/${job}/resumes`, status: 200 },
  "POST /jobs/{id}/resumes": {
    path: ({ job }) => `/jobs/${job}/resumes`,
    options: form,
    status: 202,
  },
  "GET /jobs/{id}/ranking": { path: ({ job }) => `/jobs/${job}/ranking`, status: 200 },
  "GET /jobs/{id}/ranking.csv": { path: ({ job }) => `/jobs/${job}/ranking.csv`, status: 200 },
  "GET /jobs/{id}/ranking.xlsx": { path: ({ job }) => `/jobs/${job}/ranking.xlsx`, status: 200 },
  "GET /jobs/{id}/evidence": { path: ({ job }) => `/jobs/${job}/evidence`, status: 200 },
  "GET /jobs/{id}/evidence.html": {
    path: ({ job }) => `/jobs/${job}/evidence.html`,
    status: 200,
  },
  "GET /jobs/{id}/sensitivity": { path: ({ job }) => `/jobs/${job}/sensitivity`, status: 200 },
  "GET /jobs/{id}/compare": {
    path: ({ job, resume, failed }) => `/jobs/${job}/compare?resumes=${resume},${failed}`,
    status: 200,
  },
  "GET /reports": {
    path: ({ job }) => `/reports?job=${job}`,
    status: 200,
    isOfRows: true,
  },
  "GET /candidates": { path: () => "/candidates?tag=Referral", status: 200 },
  "GET /candidates/{id}": { path: ({ candidate }) => `/candidates/${candidate}`, status: 200 },
  "PATCH /candidates/{id}": {
    path: ({ candidate }) => `/candidates/${candidate}`,
    options: () => ({ json: { place: "Zwolle", consent: "given" } }),
    status: 200,
  },
  "GET /candidates/{id}/notes": {
    path: ({ candidate }) => `/candidates/${candidate}/notes`,
    status: 200,
  },
  "POST /candidates/{id}/notes": {
    path: ({ candidate }) => `/candidates/${candidate}/notes`,
    options: () => ({ json: { text: "Likes to cook" } }),
    status: 201,
  },
  "GET /candidates/{id}/letters": {
    path: ({ candidate }) => `/candidates/${candidate}/letters`,
    status: 200,
  },
  "GET /letter_templates": { path: () => "/letter_templates", status: 200 },
  "PUT /letter_templates/{kind}/{language}": {
    path: () => "/letter_templates/rejection/en",
    options: () => ({ json: { subject: "About {job}", text: "Dear {name}" } }),
    status: 200,
    isForAll: true,
  },
  "DELETE /letter_templates/{kind}/{language}": {
    path: () => "/letter_templates/rejection/en",
    status: 200,
    isForAll: true,
  },
  "GET /letters/{id}": { path: ({ letter }) => `/letters/${letter}`, status: 200 },
  "GET /resumes/{id}/profile": { path: ({ resume }) => `/resumes/${resume}/profile`, status: 200 },
  "GET /resumes/{id}/letter_draft": {
    path: ({ resume }) => `/resumes/${resume}/letter_draft?kind=rejection`,
    status: 200,
  },
  "GET /jobs/{id}/letter_drafts": {
    path: ({ job }) => `/jobs/${job}/letter_drafts?kind=acceptance`,
    status: 200,
  },
  "POST /jobs/{id}/letters": {
    path: ({ job }) => `/jobs/${job}/letters`,
    options: ({ resume }) => ({
      json: {
        letters: [{
          resume_id: resume,
          kind: "acceptance",
          language: "en",
          recipient: "anna@example.com",
          subject: "Your application",
          text: "We would like to meet you.",
          draft_key: crypto.randomUUID(),
        }],
      },
    }),
    status: 202,
  },
  // To whom "POST /moves" has shortlisted.
  "POST /resumes/{id}/letters": {
    path: ({ resume }) => `/resumes/${resume}/letters`,
    options: () => ({
      json: {
        kind: "acceptance",
        language: "en",
        recipient: "anna@example.com",
        subject: "Your application",
        text: "We would like to meet you.",
        draft_key: crypto.randomUUID(),
      },
    }),
    status: 202,
  },
  // Only who wrote a note may change it, and that is the owner of the rows.
  "PATCH /notes/{id}": {
    path: ({ note }) => `/notes/${note}`,
    options: () => ({ json: { text: "Called on Tuesday" } }),
    status: 403,
  },
  "DELETE /notes/{id}": { path: ({ note }) => `/notes/${note}`, status: 403 },
  "POST /candidates/{id}/tags": {
    path: ({ candidate }) => `/candidates/${candidate}/tags`,
    options: () => ({ json: { tag: "Moves to Zwolle" } }),
    status: 201,
  },
  "DELETE /candidates/{id}/tags": {
    path: ({ candidate }) => `/candidates/${candidate}/tags?tag=referral`,
    status: 200,
  },
  "GET /tags": { path: () => "/tags", status: 200 },
  "GET /answers": { path: () => "/answers?q=developer", status: 200 },
  "GET /jobs/{id}/answers": { path: ({ job }) => `/jobs/${job}/answers?q=developer`, status: 200 },
  "GET /search": { path: () => "/search?q=developer", status: 200 },
  "GET /candidates/duplicates": { path: () => "/candidates/duplicates", status: 200 },
  "POST /merges/{id}/undo": { path: ({ merge }) => `/merges/${merge}/undo`, status: 200 },
  "POST /candidates/{id}/dismissals": {
    path: ({ candidate }) => `/candidates/${candidate}/dismissals`,
    options: ({ twin }) => ({ json: { other_id: twin } }),
    status: 204,
  },
  "DELETE /candidates/{id}/dismissals/{other_id}": {
    path: ({ candidate, twin }) => `/candidates/${candidate}/dismissals/${twin}`,
    status: 204,
  },
  "POST /candidates/{id}/merges": {
    path: ({ candidate }) => `/candidates/${candidate}/merges`,
    options: ({ twin }) => ({ json: { merge_id: twin, choices: { name: "merged" } } }),
    status: 201,
  },
  "GET /jobs/{id}/pool": { path: ({ job }) => `/jobs/${job}/pool`, status: 200 },
  "POST /jobs/{id}/pool/searches": {
    path: ({ job }) => `/jobs/${job}/pool/searches`,
    status: 202,
  },
  "POST /jobs/{id}/pool": {
    path: ({ job }) => `/jobs/${job}/pool`,
    options: ({ resume }) => ({ json: { resume_ids: [resume] } }),
    status: 202,
  },
  "GET /candidates/{id}/keeping": {
    path: ({ candidate }) => `/candidates/${candidate}/keeping`,
    status: 200,
  },
  "GET /candidates/{id}/export": {
    path: ({ candidate }) => `/candidates/${candidate}/export`,
    status: 200,
  },
  "GET /candidates/{id}/page_links": {
    path: ({ candidate }) => `/candidates/${candidate}/page_links`,
    status: 200,
  },
  // Before another one takes its place.
  "DELETE /candidates/{id}/page_links/{link_id}": {
    path: ({ candidate, pageLink }) => `/candidates/${candidate}/page_links/${pageLink}`,
    status: 204,
  },
  "POST /candidates/{id}/page_links": {
    path: ({ candidate }) => `/candidates/${candidate}/page_links`,
    options: () => ({ json: { language: "en" } }),
    status: 201,
  },
  "GET /candidate_requests": {
    path: ({ candidate }) => `/candidate_requests?candidate=${candidate}`,
    status: 200,
    isOfRows: true,
  },
  "POST /candidate_requests/{id}/settle": {
    path: ({ request }) => `/candidate_requests/${request}/settle`,
    options: () => ({ json: { outcome: "done" } }),
    status: 200,
  },
  "PUT /candidates/{id}/legal_hold": {
    path: ({ candidate }) => `/candidates/${candidate}/legal_hold`,
    options: () => ({ json: { reason: "A claim" } }),
    status: 204,
  },
  "DELETE /candidates/{id}/legal_hold": {
    path: ({ candidate }) => `/candidates/${candidate}/legal_hold`,
    status: 204,
  },
  "PUT /jobs/{id}/legal_hold": {
    path: ({ job }) => `/jobs/${job}/legal_hold`,
    options: () => ({ json: { reason: "A claim" } }),
    status: 204,
  },
  "DELETE /jobs/{id}/legal_hold": {
    path: ({ job }) => `/jobs/${job}/legal_hold`,
    status: 204,
  },
  "GET /equal_treatment": {
    path: ({ job }) => `/equal_treatment?job=${job}`,
    status: 200,
    isOfRows: true,
  },
  "GET /workspace/group_questions": { path: () => "/workspace/group_questions", status: 200 },
  "PATCH /workspace/group_questions": {
    path: () => "/workspace/group_questions",
    options: () => ({ json: { questions: ["gender"] } }),
    status: 200,
  },
  "GET /retention/due": { path: () => "/retention/due", status: 200 },
  "GET /retention/deletions": { path: () => "/retention/deletions", status: 200 },
  "GET /workspace/retention": { path: () => "/workspace/retention", status: 200 },
  "PATCH /workspace/retention": {
    path: () => "/workspace/retention",
    options: () => ({ json: { days: 14 } }),
    status: 200,
  },
  "DELETE /candidates/{id}": { path: ({ leaver }) => `/candidates/${leaver}`, status: 204 },
  "GET /jobs/{id}/events": { path: ({ job }) => `/jobs/${job}/events`, status: 200 },
  "GET /resumes/{id}": { path: ({ resume }) => `/resumes/${resume}`, status: 200 },
  "GET /resumes/{id}/evaluation": {
    path: ({ resume }) => `/resumes/${resume}/evaluation`,
    status: 200,
  },
  "GET /resumes/{id}/original": {
    path: ({ resume }) => `/resumes/${resume}/original`,
    status: 200,
  },
  "POST /evaluations": { path: () => "/evaluations", options: () => ({ json: BULK }), status: 200 },
  "GET /evaluations/tasks/{id}": { path: ({ bulk }) => `/evaluations/tasks/${bulk}`, status: 200 },
  "GET /resumes/{id}/jobs": { path: ({ resume }) => `/resumes/${resume}/jobs`, status: 200 },
  "GET /jobs/{id}/evaluations": { path: ({ job }) => `/jobs/${job}/evaluations`, status: 200 },
  "GET /evaluations/{id}/receipt": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/receipt`,
    status: 200,
  },
  "POST /evaluations/{id}/recompute": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/recompute`,
    status: 200,
  },
  "POST /evaluations/{id}/overrides": {
    path: ({ evaluation }) => `/evaluations/${evaluation}/overrides`,
    options: overriding,
    status: 201,
  },
  "DELETE /evaluations/{id}/overrides/{override_id}": {
    path: ({ evaluation, override }) => `/evaluations/${evaluation}/overrides/${override}`,
    status: 200,
  },
  "POST /resumes/{id}/replace": {
    path: ({ resume }) => `/resumes/${resume}/replace`,
    options: form,
    status: 202,
  },
  "POST /resumes/{id}/retry": { path: ({ failed }) => `/resumes/${failed}/retry`, status: 202 },
  "POST /resumes/{id}/unmask": { path: ({ resume }) => `/resumes/${resume}/unmask`, status: 200 },
  "DELETE /resumes/{id}": { path: ({ resume }) => `/resumes/${resume}`, status: 204 },
  "DELETE /jobs/{id}": { path: ({ job }) => `/jobs/${job}`, status: 204 },
  "GET /webhooks": { path: () => "/webhooks", status: 200 },
  "POST /webhooks": { path: () => "/webhooks", options: () => ({ json: WEBHOOK }), status: 201 },
  "GET /webhooks/{id}": { path: ({ webhook }) => `/webhooks/${webhook}`, status: 200 },
  "PATCH /webhooks/{id}": {
    path: ({ webhook }) => `/webhooks/${webhook}`,
    options: () => ({ json: { description: "Ours" } }),
    status: 200,
  },
  "POST /webhooks/{id}/rotate": {
    path: ({ webhook }) => `/webhooks/${webhook}/rotate`,
    status: 200,
  },
  "POST /webhooks/{id}/test": { path: ({ webhook }) => `/webhooks/${webhook}/test`, status: 202 },
  "GET /webhooks/{id}/deliveries": {
    path: ({ webhook }) => `/webhooks/${webhook}/deliveries`,
    status: 200,
  },
  "POST /webhooks/{id}/deliveries/{delivery_id}/replay": {
    path: ({ webhook, delivery }) => `/webhooks/${webhook}/deliveries/${delivery}/replay`,
    status: 202,
  },
  "DELETE /webhooks/{id}": { path: ({ webhook }) => `/webhooks/${webhook}`, status: 204 },
  "GET /tasks": { path: () => "/tasks", status: 200 },
  "POST /tasks/task": { path: () => "/tasks/task?message=you", status: 201 },
  "GET /tasks/task/{id}": { path: ({ task }) => `/tasks/task/${task}`, status: 200 },
  "DELETE /tasks/task/{id}": { path: ({ task }) => `/tasks/task/${task}`, status: 404 },
  "POST /tasks/task/{id}/cancel": {
    path: ({ task }) => `/tasks/task/${task}/cancel`,
    status: 200,
  },
  "POST /tasks/task/{id}/retry": {
    path: ({ cancelled }) => `/tasks/task/${cancelled}/retry`,
    status: 202,
  },
  "GET /api_keys": { path: () => "/api_keys", status: 200 },
  "POST /api_keys": {
    path: () => "/api_keys",
    options: () => ({ json: { name: "Another", scopes: ["jobs:read"], mode: "test" } }),
    status: 201,
  },
  "GET /api_keys/{id}": { path: ({ apiKey }) => `/api_keys/${apiKey}`, status: 200 },
  "PATCH /api_keys/{id}": {
    path: ({ apiKey }) => `/api_keys/${apiKey}`,
    options: () => ({ json: { name: "Renamed" } }),
    status: 200,
  },
  "POST /api_keys/{id}/rotate": { path: ({ apiKey }) => `/api_keys/${apiKey}/rotate`, status: 200 },
  "DELETE /api_keys/{id}": { path: ({ apiKey }) => `/api_keys/${apiKey}`, status: 204 },
  "POST /login": {
    path: () => "/login",
    options: () => ({
      body: new URLSearchParams({ username: crypto.randomUUID(), password: "y" }),
    }),
    status: 401,
  },
  "POST /refresh": {
    path: () => "/refresh",
    options: () => ({ json: { refresh_token: "x" } }),
    status: 401,
  },
  "POST /logout": { path: () => "/logout", status: 200 },
  "GET /feedback": { path: () => "/feedback", status: 200 },
  "POST /feedback": {
    path: () => "/feedback",
    options: () => ({ json: { title: "Dots", text: "I cannot tell them apart" } }),
    status: 201,
  },
  "POST /tier": {
    path: () => "/tier",
    options: () => ({ json: { name: crypto.randomUUID() } }),
    status: 201,
  },
  "GET /tiers": { path: () => "/tiers", status: 200 },
  "GET /tier/{name}": { path: ({ tier }) => `/tier/${tier}`, status: 200, isForAll: true },
  "PATCH /tier/{name}": {
    path: ({ tier }) => `/tier/${tier}`,
    options: () => ({ json: { monthly_jobs: 3 } }),
    status: 200,
  },
  "DELETE /tier/{name}": { path: ({ tier }) => `/tier/${tier}`, status: 204 },
  "POST /tier/{name}/rate_limit": {
    path: ({ tier }) => `/tier/${tier}/rate_limit`,
    options: () => ({ json: { path: "/api/v1/search", limit: 10, period: 60 } }),
    status: 201,
  },
  "GET /tier/{name}/rate_limits": {
    path: ({ tier }) => `/tier/${tier}/rate_limits`,
    status: 200,
    isForAll: true,
  },
  "GET /tier/{name}/rate_limit/{id}": {
    path: ({ tier, limit }) => `/tier/${tier}/rate_limit/${limit}`,
    status: 200,
    isForAll: true,
  },
  "PATCH /tier/{name}/rate_limit/{id}": {
    path: ({ tier, limit }) => `/tier/${tier}/rate_limit/${limit}`,
    options: () => ({ json: { limit: 20 } }),
    status: 200,
  },
  "DELETE /tier/{name}/rate_limit/{id}": {
    path: ({ tier, limit }) => `/tier/${tier}/rate_limit/${limit}`,
    status: 204,
  },
  // What others have is theirs and a superuser's to see.
  "DELETE /user/{username}/two_factor": { path: () => "/user/olga/two_factor", status: 404 },
  // Everybody may, for themselves; it is off.
  "GET /user/me/two_factor": { path: () => "/user/me/two_factor", status: 200 },
  "POST /user/me/two_factor/confirm": {
    path: () => "/user/me/two_factor/confirm",
    options: () => ({ json: PROOF }),
    status: 409,
  },
  "POST /user/me/two_factor/recovery_codes": {
    path: () => "/user/me/two_factor/recovery_codes",
    options: () => ({ json: PROOF }),
    status: 409,
  },
  "DELETE /user/me/two_factor": {
    path: () => "/user/me/two_factor",
    options: () => ({ json: PROOF }),
    status: 409,
  },
  "POST /user/me/two_factor": { path: () => "/user/me/two_factor", status: 201 },
  "GET /workspace/two_factor": { path: () => "/workspace/two_factor", status: 200 },
  "PATCH /workspace/two_factor": {
    path: () => "/workspace/two_factor",
    options: () => ({ json: { is_required: false } }),
    status: 200,
  },
  "GET /user/{username}/tier": { path: () => "/user/olga/tier", status: 404 },
  "GET /user/{username}/rate_limits": { path: () => "/user/olga/rate_limits", status: 404 },
  "PATCH /user/{username}/tier": {
    path: () => "/user/olga/tier",
    options: () => ({ json: { tier_id: null } }),
    status: 200,
  },
  "GET /user/me": { path: () => "/user/me", status: 200 },
  // Everybody may, for themselves; "olga" is somebody else.
  "GET /user/{username}": { path: () => "/user/olga", status: 404 },
  "PATCH /user/{username}": {
    path: () => "/user/olga",
    options: () => ({ json: { name: "Mine now" } }),
    status: 404,
  },
  "DELETE /user/{username}": { path: () => "/user/olga", status: 404 },
  // By invitation alone, which who is signed in has no need of.
  "POST /user": {
    path: () => "/user",
    options: () => ({
      json: { name: "Eva", username: "eva", email: newEmail(), password: "a long enough one" },
    }),
    status: 403,
  },
  "POST /user/me/email_verification": {
    path: () => "/user/me/email_verification",
    status: 202,
  },
  "POST /email_verification/confirm": {
    path: () => "/email_verification/confirm",
    options: () => ({ json: { token: "none" } }),
    status: 404,
  },
  // Each time for another mailbox: one is slowed down.
  "POST /password_reset": {
    path: () => "/password_reset",
    options: () => ({ json: { email: newEmail() } }),
    status: 202,
  },
  "POST /password_reset/confirm": {
    path: () => "/password_reset/confirm",
    options: () => ({ json: { token: "none", password: "a long enough one" } }),
    status: 404,
  },
  "GET /users": { path: () => "/users", status: 200 },
  "DELETE /db_user/{username}": { path: () => "/db_user/olga", status: 409 },
  "GET /workspace": { path: () => "/workspace", status: 200 },
  "PATCH /workspace": {
    path: () => "/workspace",
    options: () => ({ json: { name: "Havenlicht" } }),
    status: 200,
  },
  "GET /mails": { path: () => "/mails", status: 200 },
  "GET /mails/{id}": { path: ({ mail }) => `/mails/${mail}`, status: 200 },
  "GET /usage": { path: () => "/usage", status: 200 },
  "GET /workspace/half_lives": { path: () => "/workspace/half_lives", status: 200 },
  "PATCH /workspace/half_lives": {
    path: () => "/workspace/half_lives",
    options: () => ({ json: { tool: 96 } }),
    status: 200,
  },
  "GET /workspaces": { path: () => "/workspaces", status: 200 },
  "GET /workspace/{id}/tier": {
    path: ({ workspace }) => `/workspace/${workspace}/tier`,
    status: 200,
  },
  "PATCH /workspace/{id}/tier": {
    path: ({ workspace }) => `/workspace/${workspace}/tier`,
    options: () => ({ json: { tier_id: null } }),
    status: 200,
  },
  "POST /workspace/switch": {
    path: () => "/workspace/switch",
    options: ({ workspace }) => ({ json: { workspace_id: workspace } }),
    status: 200,
    isOfRows: true,
  },
  // Who is in no other workspace needs an invitation that works.
  "POST /workspace/join": {
    path: () => "/workspace/join",
    options: () => ({ json: { invitation: "none" } }),
    status: 404,
  },
  "POST /workspace/leave": { path: () => "/workspace/leave", status: 204, alone: 409 },
  "GET /workspace/members": { path: () => "/workspace/members", status: 200 },
  "PATCH /workspace/members/{user_id}": {
    path: ({ member }) => `/workspace/members/${member}`,
    options: () => ({ json: { role: "recruiter" } }),
    status: 200,
  },
  "DELETE /workspace/members/{user_id}": {
    path: ({ member }) => `/workspace/members/${member}`,
    status: 204,
  },
  "GET /workspace/invitations": { path: () => "/workspace/invitations", status: 200 },
  "POST /workspace/invitations": {
    path: () => "/workspace/invitations",
    options: () => ({ json: { email: newEmail(), role: "viewer" } }),
    status: 201,
  },
  "POST /workspace/invitations/{id}/resend": {
    path: ({ invitation }) => `/workspace/invitations/${invitation}/resend`,
    status: 200,
  },
  "DELETE /workspace/invitations/{id}": {
    path: ({ invitation }) => `/workspace/invitations/${invitation}`,
    status: 204,
  },
  "DELETE /user/me/sessions": { path: () => "/user/me/sessions", status: 204 },
  "GET /user/me/sessions": { path: () => "/user/me/sessions", status: 200 },
  // Of others there is none, whatever their role.
  "DELETE /user/me/sessions/{id}": {
    path: ({ session }) => `/user/me/sessions/${session}`,
    status: 404,
  },
  "GET /audit_log.csv": { path: () => "/audit_log.csv", status: 200 },
  "GET /audit_log": { path: () => "/audit_log", status: 200 },
  "GET /health": { path: () => "/health", status: 200 },
};

const nameOf = ({ method, path }: PlacedOperation) => `${method} ${path}`;

Deno.test("every operation of the API has its entry in the tenant table", async () => {
  const known = (await allOperations()).map(nameOf);
  assert.deepEqual(known.toSorted(), Object.keys(TRIES).toSorted());
});

async function statusOf(
  caller: Caller,
  { method }: PlacedOperation,
  { path, options }: Try,
  rows: Rows,
) {
  if (path(rows).endsWith("/events")) return await statusOfStream(caller, path(rows));
  return (await caller.call(method, path(rows), options?.(rows))).status;
}

let base = "";

async function statusOfStream(caller: Caller, path: string): Promise<number> {
  const response = await fetch(`${base}/api/v1${path}`, {
    headers: caller.token ? { authorization: `Bearer ${caller.token}` } : {},
  });
  await response.body?.cancel();
  return response.status;
}

/** What may grow while nobody changes anything: logs, counters, and what waits to be done. */
const OF_THE_DAY: ReadonlySet<string> = new Set([
  "api_requests",
  "audit_log",
  "audit_seals",
  "audit_unsealed",
  "tasks",
]);

/** Of a row: when it was used last, and what the worker tries again where nobody listens. */
const OF_THE_MOMENT = sql.raw(
  ["last_used_at", "last_seen_at", "attempts", "next_attempt_at"].map((name) => ` - '${name}'`)
    .join(""),
);

/** The tables whose rows belong to a workspace, as the database has them; those of the day not. */
async function tablesOfWorkspaces({ test }: ApiTest): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE'
    order by 1`.execute(test.services.db);
  const names = rows.map(({ name }) => name);
  assert.deepEqual([...OF_THE_DAY].filter((name) => !names.includes(name)), [], "no such table");
  return names.filter((name) => !OF_THE_DAY.has(name));
}

/** Waits until the worker has done what it was asked for so far. */
async function untilNothingIsDue({ test }: ApiTest): Promise<void> {
  await waitFor("the tasks", async () => {
    const { waiting, running } = await selectQueueState(test.services.db);
    return Number(waiting) + Number(running) === 0;
  });
}

/** All that a workspace holds, by table, to be compared. */
async function contentsOf(test: ApiTest, workspaceId: string): Promise<Map<string, string[]>> {
  const contents = new Map<string, string[]>();
  for (const table of await tablesOfWorkspaces(test)) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t)${OF_THE_MOMENT})::text as row from ${sql.table(table)} t
      where workspace_id = ${workspaceId} order by 1`.execute(test.test.services.db);
    contents.set(table, rows.map(({ row }) => row));
  }
  return contents;
}

Deno.test("no operation of the API reaches another workspace's rows", async (t) => {
  await using test = await apiTest();
  base = test.url;
  const rows = await makeRows(test.api, test.test.services.db, "of the owner");
  const stranger = await test.addPerson("owner", "own");
  const strangers = await Promise.all(
    (["recruiter", "hiring_manager", "viewer"] as const).map((role) => test.addPerson(role, "own")),
  );
  const gone = await test.addPerson("owner", "same");
  await test.test.services.db.deleteFrom("memberships")
    .where("userId", "=", gone.actor.userId).execute();
  const { config } = test.test;
  const ofOwner = await readAccessToken(config, test.api.token ?? "");
  const expired = await issueAccessToken({ ...config, accessTokenMinutes: -10 }, ofOwner);
  // A token for a workspace that its owner does not belong to.
  const { familyId } = await readAccessToken(config, stranger.token ?? "");
  const crossed = await issueAccessToken(config, {
    userId: stranger.actor.userId,
    workspaceId: test.owner.workspaceId,
    familyId,
  });
  // A token of a sign-in that has ended.
  const ended = await openTokenFamily(test.test.services, test.owner);
  await endTokenFamily(
    test.test.services.db,
    (await readAccessToken(config, ended.accessToken)).familyId,
  );
  const revoked = await keyOf(test.api, SCOPES);
  await test.api.call("DELETE", `/api_keys/${revoked.id}`);
  const expiredKey = await expiredKeyOf(test);
  const testKey = test.as((await keyOf(test.api, SCOPES, "test")).key);
  await untilNothingIsDue(test);
  const before = await contentsOf(test, test.owner.workspaceId);
  const bad = [
    ...[undefined, "nonsense", expired, crossed],
    ...[gone.token, ended.accessToken, revoked.key, expiredKey],
  ];
  for (const known of order(await allOperations())) {
    if (known.operation.may === "anyone") continue;
    const one = TRIES[nameOf(known)];
    assert.ok(one);
    await t.step(nameOf(known), async () => {
      await Promise.all(bad.map(async (token) => {
        assert.equal(await statusOf(test.as(token), known, one, rows), 401, `token ${token}`);
      }));
      // Without an id in it, a path leads to the stranger's own workspace.
      const isOfRows = one.isOfRows || (known.path.includes("{") && !one.isForAll);
      const own = isOfRows ? 404 : one.alone ?? one.status;
      const wanted = known.operation.may === "superuser" ? 403 : own;
      assert.equal(await statusOf(stranger, known, one, rows), wanted);
      for (const { actor: { role }, ...other } of strangers) {
        const may = mayDo(role, known.operation.may) ? wanted : 403;
        assert.equal(await statusOf(other, known, one, rows), may, `a ${role} elsewhere`);
      }
      // A test key is in the sandbox, which holds nothing of its workspace.
      const byKey = isScope(known.operation.may) ? own : 403;
      assert.equal(await statusOf(testKey, known, one, rows), byKey, "test key");
    });
  }
  const after = await contentsOf(test, test.owner.workspaceId);
  for (const [table, held] of before) assert.deepEqual(after.get(table), held, table);
  const { body } = await stranger.call("GET", "/jobs");
  assert.equal(body.total_count, 1, "the stranger sees their own job alone");
});

Deno.test("each role may do what the table of permissions says", async (t) => {
  await using test = await apiTest();
  base = test.url;
  const operations = await allOperations();
  for (const role of Object.keys(ROLE_PERMISSIONS) as Role[]) {
    await t.step(role, async () => {
      const rows = await makeRows(test.api, test.test.services.db, role);
      const person = await test.addPerson(role, "same");
      for (const known of order(operations)) {
        const { may } = known.operation;
        const one = TRIES[nameOf(known)];
        assert.ok(one);
        // A change of requirements has the résumé judged anew, which an override waits for.
        if (known.path.includes("override")) await untilRanked(test.api, rows.job);
        assert.equal(
          await statusOf(person, known, one, rows),
          mayDo(role, may) ? one.status : 403,
          `${role}: ${nameOf(known)}`,
        );
      }
    });
  }
});

Deno.test("an API key may do what its scopes say", async (t) => {
  await using test = await apiTest();
  base = test.url;
  const rows = await makeRows(test.api, test.test.services.db, "of a key");
  const callers = new Map<string, Caller>();
  const withScopes = async (scopes: readonly Permission[]) => {
    const name = scopes.join();
    const known = callers.get(name) ?? test.as((await keyOf(test.api, scopes)).key);
    callers.set(name, known);
    return known;
  };
  for (const known of order(await allOperations())) {
    const { may } = known.operation;
    const one = TRIES[nameOf(known)];
    assert.ok(one);
    if (may === "anyone") continue;
    await t.step(nameOf(known), async () => {
      if (!isScope(may)) {
        assert.equal(await statusOf(await withScopes(SCOPES), known, one, rows), 403, "with all");
        return;
      }
      const writing = may.replace(":read", ":write");
      const rest = SCOPES.filter((scope) => scope !== may && scope !== writing);
      const others = await withScopes(rest);
      assert.equal(await statusOf(others, known, one, rows), 403, `without ${may}`);
      if (known.path.includes("override")) await untilRanked(test.api, rows.job);
      assert.equal(await statusOf(await withScopes([may]), known, one, rows), one.status, may);
    });
  }
});

/** Whom an operation that anyone may call is asked by, and how they show who they are. */
type Asking =
  | "nobody"
  | "nonsense"
  | "expired token"
  | "ended sign-in"
  | "crossed token"
  | "former member"
  | "revoked key"
  | "expired key"
  | "stranger"
  | "test key";

/** An operation that makes nothing of a token answers all alike. */
const alike = (status: number) => ({ nobody: status, bad: status, stranger: status, key: status });

interface OpenAnswers {
  readonly nobody: number;
  /** To a token or key that is not good. */
  readonly bad: number;
  readonly stranger: number;
  /** To a test key. */
  readonly key: number;
  readonly except?: Partial<Record<Asking, number>>;
}

/** What operations answer that anyone may call; one without an entry fails the test below. */
const OPEN: Record<string, OpenAnswers> = {
  "GET /health": alike(200),
  "POST /login": alike(401),
  "POST /refresh": alike(401),
  "POST /password_reset": alike(202),
  "POST /password_reset/confirm": alike(404),
  "POST /email_verification/confirm": alike(404),
  // Nobody is invited; a bad token is refused before that.
  "POST /user": { nobody: 403, bad: 401, stranger: 403, key: 403 },
  "POST /tasks/task": { nobody: 201, bad: 401, stranger: 201, key: 201 },
  // The task is of the owner's workspace.
  "GET /tasks/task/{id}": { nobody: 404, bad: 401, stranger: 404, key: 404 },
  // A sign-in can be ended by a token that is good for nothing else; a key is not signed in.
  "POST /logout": {
    nobody: 401,
    bad: 401,
    stranger: 200,
    key: 403,
    except: {
      "ended sign-in": 200,
      "crossed token": 200,
      "former member": 200,
      "revoked key": 403,
      "expired key": 403,
    },
  },
};

Deno.test("what anyone may call shows nobody another workspace's rows", async (t) => {
  await using test = await apiTest();
  base = test.url;
  const { config, services } = test.test;
  const { db } = services;
  const rows = await makeRows(test.api, db, "of the owner");
  const stranger = await test.addPerson("owner", "own");
  const former = await test.addPerson("owner", "same");
  await db.deleteFrom("memberships").where("userId", "=", former.actor.userId).execute();
  const crossing = await openTokenFamily(services, stranger.actor);
  const { familyId } = await readAccessToken(config, crossing.accessToken);
  const ended = await openTokenFamily(services, test.owner);
  await endTokenFamily(db, (await readAccessToken(config, ended.accessToken)).familyId);
  const revoked = await keyOf(test.api, SCOPES);
  await test.api.call("DELETE", `/api_keys/${revoked.id}`);
  const { userId } = stranger.actor;
  const { workspaceId } = test.owner;
  const tokens: Record<Asking, string | undefined> = {
    "nobody": undefined,
    "nonsense": "nonsense",
    "expired token": await issueAccessToken(
      { ...config, accessTokenMinutes: -10 },
      await readAccessToken(config, test.api.token ?? ""),
    ),
    "ended sign-in": ended.accessToken,
    "crossed token": await issueAccessToken(config, { userId, workspaceId, familyId }),
    "former member": former.token,
    "revoked key": revoked.key,
    "expired key": await expiredKeyOf(test),
    "stranger": stranger.token,
    "test key": (await keyOf(test.api, SCOPES, "test")).key,
  };
  const open = (await allOperations()).filter(({ operation }) => operation.may === "anyone");
  assert.deepEqual(open.map(nameOf).toSorted(), Object.keys(OPEN).toSorted());
  for (const known of order(open)) {
    await t.step(nameOf(known), async () => {
      const answers = OPEN[nameOf(known)];
      const one = TRIES[nameOf(known)];
      assert.ok(answers && one);
      for (const [asking, token] of Object.entries(tokens) as [Asking, string | undefined][]) {
        const kind = asking === "nobody" || asking === "stranger"
          ? asking
          : asking === "test key"
          ? "key"
          : "bad";
        const wanted: number = answers.except?.[asking] ?? answers[kind];
        assert.equal(await statusOf(test.as(token), known, one, rows), wanted, asking);
      }
    });
  }
});

/** Whether a role may, in a workspace of its own. */
function mayDo(role: Role, may: Access | "anyone"): boolean {
  if (may === "superuser") return false;
  if (may === "anyone" || may === "person" || may === "own_sign_in") return true;
  return ROLE_PERMISSIONS[role].includes(may);
}

/** A key that has had its time; the API makes none that is over already. */
async function expiredKeyOf({ api, test }: ApiTest): Promise<string> {
  const { id, key } = await keyOf(api, SCOPES);
  await test.services.db.updateTable("apiKeys").set({ expiresAt: new Date(Date.now() - 60_000) })
    .where("id", "=", id).execute();
  return key;
}

function isScope(may: Access | "anyone"): may is Permission {
  return (SCOPES as readonly string[]).includes(may);
}

async function keyOf(api: Caller, scopes: readonly Permission[], mode: "live" | "test" = "live") {
  const { status, body } = await api.call("POST", "/api_keys", {
    json: { name: "Matrix", scopes, mode },
  });
  assert.equal(status, 201);
  return body as { id: string; key: string };
}

/** The order in which one call does not take away what the next one needs. */
function order(operations: readonly PlacedOperation[]): PlacedOperation[] {
  const names = Object.keys(TRIES);
  // Their caller has no token any more.
  const late = ["POST /workspace/leave", "POST /logout"];
  const early = "DELETE /evaluations/{id}/overrides/{override_id}";
  return operations.toSorted((a, b) => {
    const place = (one: PlacedOperation) => {
      const name = nameOf(one);
      if (late.includes(name)) return names.length + late.indexOf(name);
      return name === early ? -1 : names.indexOf(name);
    };
    return place(a) - place(b);
  });
}
