import type { z } from "zod";
import { ConfigError } from "../config_error.ts";
import { type Ed25519Key, flag, jwkSet, oneOf, secrets, text, whole } from "../setting_kinds.ts";
import type { Missing, Provided } from "./provided.ts";

const GROUP = "Signing in";

export const SIGN_IN_SETTINGS = {
  SECRET_KEY: text(32, 1024, {
    group: GROUP,
    about: "What the keys of access tokens are made from. `deno task keys:rotate` makes another.",
    fallback: "made and kept in DATA_DIR in local; required elsewhere",
    secret: true,
  }).optional(),
  SECRET_KEY_PREVIOUS: secrets({
    group: GROUP,
    about:
      "Earlier secrets, the latest first: their access tokens are taken until they expire, and " +
      "what they sealed is opened.",
    fallback: "none",
    secret: true,
  }).optional(),
  ALGORITHM: oneOf(["HS256", "EdDSA"], {
    group: GROUP,
    about: "How access tokens are signed: by SECRET_KEY (HS256), or by SIGNING_KEYS (EdDSA).",
  }).default("HS256"),
  SIGNING_KEYS: jwkSet({
    group: GROUP,
    about: "Ed25519 keys: the first signs, the tokens of all are taken. " +
      "`deno task keys:rotate` makes them.",
    fallback: "none; required when ALGORITHM is EdDSA",
    secret: true,
  }).optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: whole(1, 1440, {
    group: GROUP,
    about: "How long an API access token is valid.",
  }).default(30),
  REFRESH_TOKEN_EXPIRE_DAYS: whole(1, 365, {
    group: GROUP,
    about: "How long a sign-in to the API lasts without being refreshed.",
  }).default(7),
  REFRESH_TOKEN_IN_BODY: flag({
    group: GROUP,
    about: "Answer refresh tokens in the body too, for programs without cookies.",
  }).default(false),
  SESSION_DAYS: whole(1, 365, {
    group: GROUP,
    about: "How long a browser stays signed in without being used.",
  }).default(14),
  SESSION_MAX_DAYS: whole(1, 365, {
    group: GROUP,
    about: "How many days after signing in a browser or a program has to sign in again, however " +
      "much it is used.",
  }).default(30),
  SUPERUSER_SECOND_FACTOR: oneOf(["required", "optional"], {
    group: GROUP,
    about: "Whether superusers need two-factor sign-in: without it they can use nothing that is " +
      "superusers' alone.",
    fallback: "optional in local, else required",
  }).optional(),
  REGISTRATION: oneOf(["open", "invite", "closed"], {
    group: GROUP,
    about: "Who may make an account: anybody, who was invited by mail, or nobody. Superusers can " +
      "always make one for somebody.",
  }).default("invite"),
};

type Values = z.infer<z.ZodObject<typeof SIGN_IN_SETTINGS>>;

/** How people and programs show who they are. */
export interface SignInConfig {
  readonly secretKey: string;
  /** Secrets that were `secretKey` before, the latest first. */
  readonly previousSecretKeys: readonly string[];
  readonly tokenAlgorithm: "HS256" | "EdDSA";
  /** With EdDSA, the first one signs. */
  readonly signingKeys: readonly Ed25519Key[];
  readonly accessTokenMinutes: number;
  readonly refreshTokenDays: number;
  readonly refreshTokenInBody: boolean;
  readonly sessionDays: number;
  /** From signing in to the end of a session or a family of tokens, whatever is renewed. */
  readonly sessionMaxDays: number;
  readonly superuserSecondFactor: "required" | "optional";
  readonly registration: "open" | "invite" | "closed";
}

/** @throws {ConfigError} When a secret is missing, or a key to sign with. */
export function signInOf(
  values: Values,
  provided: Provided,
  missing: Missing,
  isLocal: boolean,
): SignInConfig {
  return {
    secretKey: provided.secretKey ?? missing("SECRET_KEY"),
    previousSecretKeys: provided.previousSecretKeys ?? [],
    tokenAlgorithm: values.ALGORITHM,
    signingKeys: signingKeysOf(values),
    accessTokenMinutes: values.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: values.REFRESH_TOKEN_EXPIRE_DAYS,
    refreshTokenInBody: values.REFRESH_TOKEN_IN_BODY,
    sessionDays: values.SESSION_DAYS,
    sessionMaxDays: values.SESSION_MAX_DAYS,
    superuserSecondFactor: values.SUPERUSER_SECOND_FACTOR ?? (isLocal ? "optional" : "required"),
    registration: values.REGISTRATION,
  };
}

function signingKeysOf(values: Values): SignInConfig["signingKeys"] {
  if (values.ALGORITHM === "HS256" || values.SIGNING_KEYS) return values.SIGNING_KEYS ?? [];
  throw new ConfigError(
    "SIGNING_KEYS is not set: it is required when ALGORITHM is EdDSA; `deno task keys:rotate` " +
      "makes it",
  );
}
