import { type ApiProblem, problemOf } from "./problem.ts";

/** The tokens of a sign-in. */
export interface Tokens {
  readonly accessToken: string;
  /** Where the installation answers it in the body; else it is in the browser's cookie. */
  readonly refreshToken?: string;
}

/** What is left of a sign-in. */
export interface KnownTokens {
  readonly accessToken?: string;
  readonly refreshToken?: string;
}

type Fetch = (request: Request) => Promise<Response>;

/** Keeps the tokens of one sign-in and exchanges them when they are old. */
export class TokenKeeper {
  readonly #base: string;
  readonly #fetch: Fetch;
  readonly #onTokens: ((tokens: Tokens | undefined) => void) | undefined;
  #tokens: KnownTokens | undefined;
  #refreshing: Promise<boolean> | undefined;
  /** Why the last exchange told nothing about the sign-in. */
  #unsaid: ApiProblem | undefined;

  /** @param base The address of the API, with `/api/v1`. */
  constructor(
    base: string,
    fetch: Fetch,
    { tokens, onTokens }: {
      tokens?: KnownTokens | undefined;
      onTokens?: ((tokens: Tokens | undefined) => void) | undefined;
    },
  ) {
    this.#base = base;
    this.#fetch = fetch;
    this.#tokens = tokens;
    this.#onTokens = onTokens;
  }

  /** The access token that is good as far as we know. */
  get accessToken(): string | undefined {
    return this.#tokens?.accessToken;
  }

  keep(tokens: Tokens | undefined): void {
    this.#tokens = tokens;
    this.#onTokens?.(tokens);
  }

  /** Takes another access token of the same sign-in. */
  move(accessToken: string): void {
    const { refreshToken } = this.#tokens ?? {};
    this.keep({ accessToken, ...(refreshToken ? { refreshToken } : {}) });
  }

  /**
   * Gets another access token in place of one that was refused. Calls at the same time share one
   * exchange, and who comes late with a token that was exchanged meanwhile needs none.
   *
   * @param refused The token that a call was made with.
   * @returns Whether there is another token now.
   */
  refresh(refused: string): Promise<boolean> {
    if (!this.#tokens) return Promise.resolve(false);
    if (this.#tokens.accessToken !== refused) return Promise.resolve(true);
    return this.#refreshing ?? this.#share();
  }

  /**
   * Gets an access token by what is left of a sign-in.
   *
   * @returns Whether there is one now.
   * @throws {ApiProblem} If the answer says nothing about the sign-in.
   */
  async resume(): Promise<boolean> {
    if (await (this.#refreshing ?? this.#share())) return true;
    if (this.#unsaid) throw this.#unsaid;
    return false;
  }

  /** @throws {ApiProblem} If the sign-in could not be ended. */
  async end(): Promise<void> {
    await this.#refreshing;
    const { accessToken, refreshToken } = this.#tokens ?? {};
    const response = await this.#post("/logout", refreshToken, accessToken);
    // Who is not signed in any more is signed out.
    if (!response.ok && response.status !== 401) {
      throw await problemOf(response);
    }
    await response.body?.cancel();
    this.keep(undefined);
  }

  #share(): Promise<boolean> {
    return this.#refreshing = this.#exchange().finally(() => {
      this.#refreshing = undefined;
    });
  }

  async #exchange(): Promise<boolean> {
    this.#unsaid = undefined;
    const response = await this.#post("/refresh", this.#tokens?.refreshToken);
    if (response.ok) {
      this.keep(tokensOf(await response.json()));
      return true;
    }
    // Only a refusal ends the sign-in; a server that is away says nothing about it.
    if (response.status === 401 || response.status === 403) {
      await response.body?.cancel();
      this.keep(undefined);
    } else this.#unsaid = await problemOf(response);
    return false;
  }

  #post(
    path: string,
    refreshToken?: string,
    accessToken?: string,
  ): Promise<Response> {
    return this.#fetch(
      new Request(this.#base + path, {
        method: "POST",
        headers: {
          ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
          ...(refreshToken ? { "content-type": "application/json" } : {}),
        },
        ...(refreshToken ? { body: JSON.stringify({ refresh_token: refreshToken }) } : {}),
      }),
    );
  }
}

/** The tokens of an answer of `/login` or `/refresh`. */
export function tokensOf(
  answer: {
    readonly access_token: string;
    readonly refresh_token?: string | undefined;
  },
): Tokens {
  return {
    accessToken: answer.access_token,
    ...(answer.refresh_token ? { refreshToken: answer.refresh_token } : {}),
  };
}
