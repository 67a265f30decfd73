import assert from "node:assert/strict";
import { generateSync } from "otplib";
import { createLink, linkToken } from "../../lib/accounts/mail_links.ts";
import { SCOPES } from "../../lib/accounts/permissions.ts";
import type { Person } from "../../lib/accounts/principal.ts";
import { openTokenFamily } from "../../lib/accounts/token_families.ts";
import { readAccessToken } from "../../lib/accounts/tokens.ts";
import { beginTwoFactor, turnOnTwoFactor } from "../../lib/accounts/two_factor.ts";
import { SAMPLE } from "../../routes/api/(_shared)/samples.ts";
import type { ApiTest, Caller, Json } from "./api.ts";
import { PASSWORD } from "./owner.ts";
import { toBody } from "./fuzz_bodies.ts";
import type { FuzzOperation, FuzzRequest } from "./fuzz_requests.ts";
import {
  askFor,
  insertMember,
  JOB,
  mailPageLink,
  makeRows,
  newEmail,
  newStage,
  type Rows,
  signInAgain,
  startLater,
  WEBHOOK,
} from "./rows.ts";

/** A workspace with rows, and its owner. */
interface Home {
  readonly test: ApiTest;
  readonly caller: Caller;
  readonly actor: Person;
  readonly rows: Rows;
  /** An API key with every scope. */
  readonly key: string;
}

type Make = (home: Home) => Promise<string>;

/** Stands for the username of somebody who was made for the request. */
const USER = "sampleuser";
/** Stands for a username, and the beginning of an address, that nobody has. */
const NEW_NAME = "samplename";
/** Stands for a refresh token that is good. */
const REFRESH_TOKEN = "sampletoken";
/** Stands for the token of a mailed link that sets a new password. */
const RESET_TOKEN = "samplereset";
/** Stands for the token of a mailed invitation. */
const INVITATION = "sampleinvited";
/** Stands for the token of a mailed link that confirms an address. */
const CONFIRM_TOKEN = "sampleconfirm";
/** Stands for the token of who calls. */
export const ACCESS_TOKEN = "sampleaccess";
/** Stands for a code of two-factor sign-in, which is on for who calls. */
const SPENT_CODE = "samplecode";
/** Stands for the first code of the app of who calls. */
const FIRST_CODE = "samplefirst";
/** Stands for an API key. */
export const API_KEY = "samplekey";

const WORDS: Readonly<Record<string, Make>> = {
  [USER]: newUser,
  [NEW_NAME]: () => Promise.resolve(crypto.randomUUID().replaceAll("-", "").slice(0, 20)),
  [REFRESH_TOKEN]: async ({ test, actor }) =>
    (await openTokenFamily(test.test.services, actor)).refreshToken,
  [RESET_TOKEN]: (home) => newLink(home, "reset_password"),
  [INVITATION]: newInvitation,
  [CONFIRM_TOKEN]: (home) => newLink(home, "verify_email"),
  [ACCESS_TOKEN]: ({ caller }) => Promise.resolve(caller.token ?? ""),
  [API_KEY]: ({ key }) => Promise.resolve(key),
  [SPENT_CODE]: async (home) => (await turnOn(home))[0] ?? "",
  [FIRST_CODE]: beginAnew,
};

const made = (path: string | ((rows: Rows) => string), json: () => Json): Make => async (home) => {
  const { status, body } = await home.caller.call(
    "POST",
    typeof path === "string" ? path : path(home.rows),
    { json: json() },
  );
  assert.ok(status < 300, `${path} answered ${status}: ${JSON.stringify(body)}`);
  return body.id ?? body.batch_id;
};

/** What is made anew for each request of an operation, because the operation takes it away. */
const FRESH: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  "DELETE /jobs/{id}": { [SAMPLE.job]: made("/jobs", () => JOB) },
  "DELETE /api_keys/{id}": {
    [SAMPLE.apiKey]: made("/api_keys", () => ({ name: "Short-lived", scopes: ["jobs:read"] })),
  },
  "DELETE /notes/{id}": {
    [SAMPLE.note]: made(({ candidate }) => `/candidates/${candidate}/notes`, () => ({ text: "A" })),
  },
  // An address takes few mails that nobody asked for.
  "POST /candidates/{id}/page_links": {
    [SAMPLE.candidate]: async ({ test, rows }) => {
      await test.test.services.db.updateTable("candidates").set({ email: newEmail() })
        .where("id", "=", rows.candidate).execute();
      return rows.candidate;
    },
  },
  "DELETE /candidates/{id}/page_links/{link_id}": {
    [SAMPLE.pageLink]: ({ test, rows }) => mailPageLink(test.test.services.db, rows.candidate),
  },
  "POST /candidate_requests/{id}/settle": {
    [SAMPLE.request]: async ({ test, actor, rows }) => {
      const { db } = test.test.services;
      await db.deleteFrom("candidateRequests").where("candidateId", "=", rows.candidate).execute();
      return await askFor(db, actor.workspaceId, rows.candidate);
    },
  },
  "DELETE /stages/{id}": {
    [SAMPLE.stage]: newStageOfFew,
    [SAMPLE.spare]: newStageOfFew,
  },
  "DELETE /webhooks/{id}": { [SAMPLE.webhook]: made("/webhooks", () => WEBHOOK) },
  "DELETE /workspace/invitations/{id}": {
    [SAMPLE.invitation]: made("/workspace/invitations", () => ({
      email: newEmail(),
      role: "viewer",
    })),
  },
  "DELETE /workspace/members/{user_id}": { [SAMPLE.member]: newMember },
  "PATCH /workspace/members/{user_id}": { [SAMPLE.member]: newMember },
  "DELETE /user/me/sessions/{id}": {
    [SAMPLE.session]: ({ caller, test }) => signInAgain(caller, test.test.services.db),
  },
  "DELETE /tier/{name}": { [SAMPLE.tier]: newTier },
  "DELETE /tier/{name}/rate_limit/{id}": { [SAMPLE.limit]: newLimit },
  "POST /moves/{batch_id}/undo": { [SAMPLE.batch]: newMove },
  // Who may be written to.
  "POST /resumes/{id}/letters": { [SAMPLE.resume]: shortlisted },
  "DELETE /tasks/task/{id}": { [SAMPLE.task]: newParked },
  "POST /tasks/task/{id}/cancel": {
    [SAMPLE.task]: ({ caller, test }) => startLater(caller, test.test.services.db),
  },
  "DELETE /user/{username}/two_factor": { [USER]: newUserWithTwoFactors },
  // Somebody who is no owner.
  "POST /workspace/leave": {
    [ACCESS_TOKEN]: async (home) => {
      const userId = await newMember(home);
      const { actor: { workspaceId }, test } = home;
      return (await openTokenFamily(test.test.services, { userId, workspaceId })).accessToken;
    },
  },
  // A sign-in of its own, which moves.
  "POST /workspace/switch": {
    [ACCESS_TOKEN]: async ({ test, actor }) =>
      (await openTokenFamily(test.test.services, actor)).accessToken,
  },
  "POST /logout": {
    [ACCESS_TOKEN]: async ({ test, actor }) =>
      (await openTokenFamily(test.test.services, actor)).accessToken,
  },
};

/** The first request of an operation where the first example of the document is of a refusal. */
export const FIRST: Readonly<Record<string, Partial<FuzzRequest>>> = {
  "POST /user": {
    body: toBody("application/json", {
      name: "Noor Visser",
      username: NEW_NAME,
      email: `${NEW_NAME}@example.com`,
      password: "a sentence of her own",
    }),
  },
  "POST /refresh": { body: toBody("application/json", { refresh_token: REFRESH_TOKEN }) },
  "POST /password_reset/confirm": {
    body: toBody("application/json", { token: RESET_TOKEN, password: "a sentence of her own" }),
  },
  "POST /email_verification/confirm": {
    body: toBody("application/json", { token: CONFIRM_TOKEN }),
  },
  "POST /workspace/join": { body: toBody("application/json", { invitation: INVITATION }) },
  "GET /user/{username}": { path: { username: USER } },
  "PATCH /user/{username}": { path: { username: USER } },
  "DELETE /user/{username}": { path: { username: USER } },
  "DELETE /db_user/{username}": { path: { username: USER } },
  "DELETE /user/{username}/two_factor": { path: { username: USER } },
  "POST /user/me/two_factor/confirm": { body: proofWith(FIRST_CODE) },
  "POST /user/me/two_factor/recovery_codes": { body: proofWith(SPENT_CODE) },
  "DELETE /user/me/two_factor": { body: proofWith(SPENT_CODE) },
  "DELETE /tier/{name}": { path: { name: SAMPLE.tier } },
  "DELETE /tier/{name}/rate_limit/{id}": { path: { name: SAMPLE.tier, id: SAMPLE.limit } },
};

const SUPERUSERS =
  /^\/(user(?!\/me)|users|db_user|tier|tiers|feedback|mails|workspaces|workspace\/\{id\})(\/|$)/;

/**
 * Gives operations rows to call on. Those that change something have a workspace each, so that
 * none takes away what another one needs.
 */
export class FuzzRows {
  readonly #test: ApiTest;
  readonly #homes = new Map<string, Promise<Home>>();

  constructor(test: ApiTest) {
    this.#test = test;
  }

  /** Puts rows, names and tokens in the place of what stands for them in the texts of a request. */
  async fillerFor(operation: FuzzOperation, request: string): Promise<(text: string) => string> {
    const home = await this.#homeOf(operation);
    const rows = Object.entries(SAMPLE).map(([name, id]): [string, Make] => [
      id,
      () => Promise.resolve(home.rows[name as keyof Rows]),
    ]);
    const makes = { ...WORDS, ...Object.fromEntries(rows), ...FRESH[nameOf(operation)] };
    const words = await Promise.all(
      Object.entries(makes).filter(([word]) => request.includes(word))
        .map(async ([word, make]) => [word, await make(home)] as const),
    );
    return (text) => words.reduce((said, [word, value]) => said.replaceAll(word, value), text);
  }

  #homeOf(operation: FuzzOperation): Promise<Home> {
    const { method, path } = operation;
    const isForSuperusers = SUPERUSERS.test(path) ||
      nameOf(operation) === "DELETE /tasks/task/{id}";
    const kind = isForSuperusers ? "superuser" : "owner";
    const name = method === "GET" ? `GET by ${kind}` : nameOf(operation);
    let home = this.#homes.get(name);
    if (!home) this.#homes.set(name, home = this.#makeHome(kind, name));
    return home;
  }

  async #makeHome(kind: "superuser" | "owner", name: string): Promise<Home> {
    const test = this.#test;
    const { caller, actor } = kind === "superuser"
      ? { caller: test.api, actor: test.owner }
      : await test.addPerson("owner", "own").then((one) => ({ caller: one, actor: one.actor }));
    // In one workspace, a name that comes again would be the same person.
    const rows = await makeRows(caller, test.test.services.db, `of ${name.replace(/\W+/g, " ")}`);
    const { body } = await caller.call("POST", "/api_keys", {
      json: { name: "Program", scopes: SCOPES },
    });
    return { test, caller, actor, rows, key: body.key };
  }
}

/** "GET /jobs/{id}". */
export function nameOf({ method, path }: Pick<FuzzOperation, "method" | "path">): string {
  return `${method} ${path}`;
}

function newMember({ test, actor }: Home): Promise<string> {
  return insertMember(test.test.services.db, actor.workspaceId);
}

async function newUser(home: Home): Promise<string> {
  const { username } = await userOf(home);
  return username;
}

async function newUserWithTwoFactors(home: Home): Promise<string> {
  const { id, username } = await userOf(home);
  await home.test.test.services.db.insertInto("secondFactors")
    .values({ userId: id, secret: new Uint8Array(20), confirmedAt: new Date() }).execute();
  return username;
}

function proofWith(code: string) {
  return toBody("application/json", { password: PASSWORD, code });
}

/** Begins to set two-factor sign-in up, for who may have it already; tells the app's first code. */
async function beginAnew({ test: { test: { services } }, actor }: Home): Promise<string> {
  await services.db.deleteFrom("secondFactors").where("userId", "=", actor.userId).execute();
  const { secret } = await beginTwoFactor(actor, services);
  return generateSync({ secret });
}

/** Turns two-factor sign-in on for who calls; tells the recovery codes. */
async function turnOn(home: Home): Promise<string[]> {
  const code = await beginAnew(home);
  const { caller, actor, test: { test: { services } } } = home;
  const { familyId } = await readAccessToken(services.config, caller.token ?? "");
  const proof = { password: PASSWORD, code };
  return await turnOnTwoFactor(actor, services, proof, { familyId, address: "192.0.2.1" });
}

async function userOf(home: Home) {
  return await home.test.test.services.db.selectFrom("users").select(["id", "username"])
    .where("id", "=", await newMember(home)).executeTakeFirstOrThrow();
}

/** A link as it would have been mailed to somebody new. */
async function newLink(
  home: Home,
  purpose: "reset_password" | "verify_email",
): Promise<string> {
  const { db, config } = home.test.test.services;
  const { id: userId } = await userOf(home);
  const linkId = await db.transaction().execute((trx) =>
    createLink(trx, config, { purpose, userId, email: newEmail() })
  );
  return await linkToken(config, linkId);
}

/** An invitation whose link nobody has opened. */
async function newInvitation({ caller, test: { test: { services } } }: Home): Promise<string> {
  const json = { email: newEmail(), role: "viewer" };
  const { body } = await caller.call("POST", "/workspace/invitations", { json });
  const link = await services.db.selectFrom("mailLinks").select("id")
    .where("invitationId", "=", body.id).executeTakeFirstOrThrow();
  return await linkToken(services.config, link.id);
}

/** A task that was given up. */
async function newParked({ caller, test }: Home): Promise<string> {
  const { db } = test.test.services;
  const id = await startLater(caller, db);
  await db.updateTable("tasks").set({ state: "parked", finishedAt: new Date() })
    .where("id", "=", id).execute();
  return id;
}

async function newTier(home: Home): Promise<string> {
  const name = crypto.randomUUID();
  await made("/tier", () => ({ name }))(home);
  return name;
}

/** A workspace has room for twenty, and a request that is refused leaves those made for it. */
async function newStageOfFew(home: Home): Promise<string> {
  const { db } = home.test.test.services;
  const spent = db.selectFrom("stages").select("id")
    .where("workspaceId", "=", home.actor.workspaceId).where("key", "is", null)
    .where("removedAt", "is", null).where("id", "not in", [home.rows.stage, home.rows.spare])
    .orderBy("createdAt", "desc").offset(4);
  await db.updateTable("stages").set({ removedAt: new Date() }).where("id", "in", spent).execute();
  return await made("/stages", newStage)(home);
}

function newLimit(home: Home): Promise<string> {
  const json = { name: crypto.randomUUID(), path: "/api/v1/search", limit: 10, period: 60 };
  return made(({ tier }) => `/tier/${tier}/rate_limit`, () => json)(home);
}

let moves = 0;

async function shortlisted({ caller, rows: { resume } }: Home): Promise<string> {
  const json = { resumes: [{ id: resume }], to: { decision: "shortlisted" } };
  const { status, body } = await caller.call("POST", "/moves", { json });
  assert.equal(status, 200, JSON.stringify(body));
  return resume;
}

function newMove(home: Home): Promise<string> {
  const decision = moves++ % 2 ? "shortlisted" : "undecided";
  return made("/moves", () => ({ resumes: [{ id: home.rows.resume }], to: { decision } }))(home);
}
