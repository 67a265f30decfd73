import type { Context } from "fresh";
import type { RegisterFault, RegisterTyped } from "../../components/RegisterForm.tsx";
import type { State } from "../../define.ts";
import type { Account } from "../../lib/accounts/accounts.ts";
import { passwordFault } from "../../lib/accounts/password_rules.ts";
import type { Principal } from "../../lib/accounts/principal.ts";
import { register, RegistrationInput } from "../../lib/accounts/registration.ts";
import { openSession } from "../../lib/accounts/sessions.ts";
import { Taken } from "../../lib/accounts/user_input.ts";
import { TooManyRequests } from "../../lib/platform/errors.ts";
import { sessionCookie } from "./cookies.ts";
import { formFields } from "./forms.ts";

/** Why a form could not be taken, with what was typed. */
export interface RefusedForm {
  readonly typed: RegisterTyped;
  readonly faults: readonly RegisterFault[];
  readonly waitSeconds: number | null;
  readonly status: number;
}

interface Invited {
  readonly token: string;
  readonly email: string;
}

/** Makes an account from a form and signs its user in. */
export async function registerByForm(
  ctx: Context<State>,
  invitation: Invited | null,
): Promise<{ readonly answer: Response } | RefusedForm> {
  const made = await makeByForm(ctx, { by: undefined, invitation });
  return "account" in made ? { answer: await signInNew(ctx, made.account) } : made;
}

/** Makes an account from a form: one's own, or, by a superuser, for somebody else. */
export async function makeByForm(
  ctx: Context<State>,
  { by, invitation }: { readonly by: Principal | undefined; readonly invitation: Invited | null },
): Promise<{ readonly account: Account } | RefusedForm> {
  const fields = Object.fromEntries(await formFields(ctx.req));
  const typed = typedOf(fields, invitation?.email);
  const { name, email, workspaceName } = typed;
  const password = fields.password ?? "";
  const parsed = RegistrationInput.safeParse({
    name,
    username: typed.username.trim(),
    email,
    password,
    ...(invitation ? { invitation: invitation.token } : { workspaceName }),
  });
  const refuse = (status: number, faults: readonly RegisterFault[] = []) => ({
    typed,
    faults,
    waitSeconds: null,
    status,
  });
  if (!parsed.success) {
    return refuse(422, faultsOf(new Set(parsed.error.issues.map(({ path }) => path[0])), password));
  }
  try {
    const who = { by, address: ctx.state.address, language: ctx.state.language };
    return { account: await register(ctx.state, parsed.data, who) };
  } catch (error) {
    if (error instanceof Taken) return refuse(409, [`${error.field}_taken`]);
    if (!(error instanceof TooManyRequests)) throw error;
    return { ...refuse(429), waitSeconds: error.retryAfterSeconds };
  }
}

function typedOf(fields: Record<string, string>, email: string | undefined): RegisterTyped {
  const { name = "", username = "", workspaceName = "" } = fields;
  return { name, username, workspaceName, email: email ?? fields.email ?? "" };
}

function faultsOf(wrong: ReadonlySet<unknown>, password: string): RegisterFault[] {
  const faults: RegisterFault[] = [];
  for (const field of ["name", "username", "email"] as const) {
    if (wrong.has(field)) faults.push(field);
  }
  if (wrong.has("workspaceName")) faults.push("workspace");
  if (wrong.has("password")) {
    faults.push(passwordFault(password) === "common" ? "password_common" : "password_short");
  }
  return faults;
}

async function signInNew(ctx: Context<State>, account: Account): Promise<Response> {
  const [home] = account.workspaces;
  if (!home) throw new RangeError("A new account is in a workspace");
  const member = { userId: account.id, workspaceId: home.id };
  const userAgent = ctx.req.headers.get("user-agent");
  const { token, expiresAt } = await openSession(ctx.state, member, userAgent);
  const answer = ctx.redirect("/", 303);
  answer.headers.append("set-cookie", sessionCookie(ctx.state.config, token, expiresAt));
  return answer;
}
