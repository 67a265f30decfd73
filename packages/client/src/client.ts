import createFetch, { type Client as FetchClient } from "openapi-fetch";
import { dataOf, problemOf } from "./problem.ts";
import { type RetryOptions, withRetries } from "./retry.ts";
import type { paths } from "./schema.ts";
import { type KnownTokens, TokenKeeper, type Tokens, tokensOf } from "./tokens.ts";
import { UNKEYED_PATHS } from "./unkeyed.ts";

export interface ClientOptions {
  /** Where the installation is: `https://talent.example.com`. */
  readonly baseUrl: string;
  /** An API key; else tokens, or `signIn()`. */
  readonly apiKey?: string;
  /** The tokens of an earlier sign-in; with a refresh token alone, `resume()` comes first. */
  readonly tokens?: KnownTokens;
  /** Told whenever the tokens change; undefined: the sign-in has ended. */
  readonly onTokens?: (tokens: Tokens | undefined) => void;
  readonly retry?: RetryOptions;
  /** Makes the requests; default the runtime's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What else is told when signing in. */
export interface SignInOptions {
  /** The code of the user's app, or a recovery code, for who has two-factor sign-in. */
  readonly totp?: string;
  /** In which of the user's workspaces to work; default the one that they joined first. */
  readonly workspaceId?: string;
}

/** The operations of the API by method and path, and how to sign in. */
export interface Client extends FetchClient<paths> {
  /**
   * Signs in; later calls carry the token, and another one in time.
   *
   * @throws {ApiProblem} If username and password do not fit, were tried too often, or a code is
   *   asked for as well (`/problems/second_factor_required`).
   */
  signIn(
    username: string,
    password: string,
    options?: SignInOptions,
  ): Promise<void>;
  /**
   * Comes back to an earlier sign-in, as after a reload: by the refresh token in `tokens`, or by
   * the cookie that the browser keeps for pages of the installation's own origin.
   *
   * @returns False if there is none, or it has ended.
   * @throws {ApiProblem} If the server is away, or asked too often.
   */
  resume(): Promise<boolean>;
  /**
   * Works in another workspace of the user from now on; `GET /user/me` lists them. Calls that are
   * still on their way for the one before may be refused, or made in the new one.
   *
   * @throws {ApiProblem} If the user is not in that workspace, or the sign-in has ended.
   */
  switchWorkspace(workspaceId: string): Promise<void>;
  /**
   * Ends the sign-in with all its tokens; no error if it has ended already.
   *
   * @throws {ApiProblem} If the server is away: it has not ended then.
   */
  signOut(): Promise<void>;
}

/**
 * Makes a client. Its calls are tried again where that is safe, carry an `Idempotency-Key` where
 * the operation takes one, and get another access token when theirs has expired.
 */
export function createClient(options: ClientOptions): Client {
  const base = `${options.baseUrl.replace(/\/+$/, "")}/api/v1`;
  const plain = options.fetch ?? ((request) => globalThis.fetch(request));
  const keeper = new TokenKeeper(base, plain, options);
  const { pathname: root } = new URL(base);
  const call = async (request: Request) => {
    const prepared = withKey(request, root);
    const send = (token: string | undefined) =>
      withRetries(
        prepared.clone(),
        (one) => plain(withToken(one, token)),
        options.retry,
      );
    const used = keeper.accessToken;
    const response = await send(options.apiKey ?? used);
    if (response.status !== 401 || options.apiKey || !used) return response;
    if (!await keeper.refresh(used)) return response;
    await response.body?.cancel();
    return await send(keeper.accessToken);
  };
  const operations = createFetch<paths>({ baseUrl: base, fetch: call, bodySerializer });
  return Object.assign(
    operations,
    {
      async signIn(
        username: string,
        password: string,
        { totp, workspaceId }: SignInOptions = {},
      ) {
        const form = new URLSearchParams({
          username,
          password,
          ...(totp ? { totp } : {}),
          ...(workspaceId ? { workspace_id: workspaceId } : {}),
        });
        const request = new Request(`${base}/login`, {
          method: "POST",
          body: form,
        });
        const response = await withRetries(request, plain, options.retry);
        if (!response.ok) throw await problemOf(response);
        keeper.keep(tokensOf(await response.json()));
      },
      resume: () => keeper.resume(),
      async switchWorkspace(workspaceId: string) {
        const body = { workspace_id: workspaceId };
        const moved = dataOf(await operations.POST("/workspace/switch", { body }));
        keeper.move(moved.access_token);
      },
      signOut: () => keeper.end(),
    },
  );
}

/** JSON, or a form as soon as there is a file in it; objects in a form are JSON (OpenAPI 3.1). */
function bodySerializer(body: unknown): string | FormData {
  const fields = Object.entries(body as object);
  if (
    !fields.some(([, value]) => [value].flat().some((one) => one instanceof Blob))
  ) {
    return JSON.stringify(body);
  }
  const form = new FormData();
  for (const [name, value] of fields) {
    for (const one of [value].flat()) {
      if (one instanceof Blob) {
        form.append(name, one, one instanceof File ? one.name : "file");
      } else if (one !== undefined && one !== null) {
        form.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
      }
    }
  }
  return form;
}

/**
 * A POST has a key, by which the server tells a second attempt; none where the server would not
 * look at it, or a lost call would be made again as if it were safe.
 */
function withKey(request: Request, root: string): Request {
  if (request.method !== "POST") return request;
  const takesKey = !UNKEYED_PATHS.has(new URL(request.url).pathname.slice(root.length));
  if (takesKey === request.headers.has("idempotency-key")) return request;
  const keyed = new Request(request);
  if (takesKey) keyed.headers.set("idempotency-key", crypto.randomUUID());
  else keyed.headers.delete("idempotency-key");
  return keyed;
}

function withToken(request: Request, token: string | undefined): Request {
  if (!token || request.headers.has("authorization")) return request;
  const signed = new Request(request);
  signed.headers.set("authorization", `Bearer ${token}`);
  return signed;
}
