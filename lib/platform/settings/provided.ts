/** Addresses and secrets that may be missing: `deno task start` provides them in `local`. */
export interface Provided {
  readonly databaseUrl: string | undefined;
  readonly queueUrl: string | undefined;
  readonly cacheUrl: string | undefined;
  readonly rateLimitUrl: string | undefined;
  readonly secretKey: string | undefined;
  readonly previousSecretKeys: readonly string[] | undefined;
}

/** Refuses to go on without a setting. @throws {ConfigError} Always; it names the setting. */
export type Missing = (name: string) => never;
