/** The tokens of a sign-in. */
export interface Tokens {
  readonly accessToken: string;
  /** Where the installation answers it in the body; else it is in the browser's cookie. */
  readonly refreshToken?: string;
}

type Fetch = (request: Request) => Promise<Response>;

/** Keeps the tokens of one sign-in and exchanges them when they are old. */
export class TokenKeeper {
  readonly #base: string;
  readonly #fetch: Fetch;
  readonly #onTokens: ((tokens: Tokens | undefined) => void) | undefined;
  #tokens: Tokens | undefined;
  #refreshing: Promise<boolean> | undefined;

  /** @param base The address of the API, with `/api/v1`. */
  constructor(
    base: string,
    fetch: Fetch,
    { tokens, onTokens }: {
      tokens?: Tokens | undefined;
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
    return this.#refreshing ??= this.#exchange().finally(() => {
      this.#refreshing = undefined;
    });
  }

  async #exchange(): Promise<boolean> {
    const refreshToken = this.#tokens?.refreshToken;
    const response = await this.#fetch(
      new Request(`${this.#base}/refresh`, {
        method: "POST",
        credentials: "include",
        ...(refreshToken
          ? {
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ refresh_token: refreshToken }),
          }
          : {}),
      }),
    );
    if (response.ok) {
      this.keep(tokensOf(await response.json()));
      return true;
    }
    await response.body?.cancel();
    // Only a refusal ends the sign-in; a server that is away says nothing about it.
    if (response.status === 401 || response.status === 403) {
      this.keep(undefined);
    }
    return false;
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
