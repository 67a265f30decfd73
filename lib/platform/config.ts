import { resolve } from "node:path";
import { ConfigError } from "./config_error.ts";
import { Environment } from "./config_schema.ts";
import { readLocalServices } from "./local_services.ts";
import { settingValue } from "./setting_files.ts";
import type { SettingMeta } from "./setting_kinds.ts";
import { type CallsConfig, callsOf } from "./settings/calls.ts";
import { type DatabaseConfig, databaseOf, databaseUrlOf } from "./settings/database.ts";
import { type DocumentsConfig, documentsOf } from "./settings/documents.ts";
import { type AdminConfig, adminOf } from "./settings/first_user.ts";
import { type LanguageModelConfig, languageModelOf } from "./settings/language_model.ts";
import { type MailConfig, mailOf } from "./settings/mail.ts";
import type { Missing, Provided } from "./settings/provided.ts";
import { type RedisConfig, redisOf, redisUrlsOf } from "./settings/redis.ts";
import { type SignInConfig, signInOf } from "./settings/sign_in.ts";
import { type StorageConfig, storageOf } from "./settings/storage.ts";
import { type VirusScanConfig, virusScanOf } from "./settings/virus_scan.ts";
import { type WatchingConfig, watchingOf } from "./settings/watching.ts";
import { type WebConfig, webOf } from "./settings/web.ts";
import { type WorkerConfig, workerOf } from "./settings/worker.ts";

/** The settings of a running process, parsed; times and sizes in the unit of their name. */
export interface Config
  extends WebConfig, WatchingConfig, SignInConfig, CallsConfig, DocumentsConfig {
  readonly mail: MailConfig;
  readonly admin: AdminConfig;
  readonly database: DatabaseConfig;
  readonly redis: RedisConfig;
  readonly cache: { readonly timeoutMs: number };
  readonly worker: WorkerConfig;
  readonly storage: StorageConfig;
  /** Undefined: files are not scanned. */
  readonly virusScan: VirusScanConfig | undefined;
  /** Undefined: no language model is asked for anything. */
  readonly languageModel: LanguageModelConfig | undefined;
}

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment into settings.
 *
 * In `local`, an address or secret that is not set is taken from the services that a running
 * `deno task start` keeps in `DATA_DIR`. A setting `NAME` may also be the name of a file in
 * `NAME_FILE`.
 *
 * @throws {ConfigError} On a bad value, naming every one, or when an address or secret is missing.
 */
export function loadConfig(env: Env): Config {
  const values = parseEnvironment(env);
  const given = providedBy(values);
  const provided = values.ENVIRONMENT === "local"
    ? fillIn(given, readLocalServices(resolve(values.DATA_DIR)))
    : given;
  return toConfig(values, provided);
}

/** The settings as parsed, and those of the addresses and the secret that are set. */
export function readSettings(env: Env): { values: Environment; provided: Provided } {
  const values = parseEnvironment(env);
  return { values, provided: providedBy(values) };
}

/**
 * Puts the settings and the addresses together.
 *
 * @throws {ConfigError} When an address or the secret is missing.
 */
export function toConfig(values: Environment, provided: Provided): Config {
  const missing: Missing = (name) => {
    throw new ConfigError(
      values.ENVIRONMENT === "local"
        ? `${name} is not set, and nothing runs in ${
          resolve(values.DATA_DIR)
        }: set it, or run \`deno task start\` first`
        : `${name} is not set: it is required when ENVIRONMENT is ${values.ENVIRONMENT}`,
    );
  };
  const web = webOf(values, missing);
  const isLocal = web.environment === "local";
  return {
    ...web,
    ...watchingOf(values, isLocal),
    ...signInOf(values, provided, missing, isLocal),
    ...callsOf(values),
    ...documentsOf(values),
    mail: mailOf(values, web.dataDir),
    admin: adminOf(values),
    database: databaseOf(values, provided, missing),
    redis: redisOf(values, provided, missing),
    cache: { timeoutMs: values.CACHE_TIMEOUT_MS },
    worker: workerOf(values),
    storage: storageOf(values),
    virusScan: virusScanOf(values),
    languageModel: languageModelOf(values),
  };
}

function parseEnvironment(env: Env): Environment {
  const given: Record<string, string> = {};
  for (const name of Object.keys(Environment.shape)) {
    const value = settingValue(env, name);
    if (value !== undefined) given[name] = value;
  }
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const lines = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0]);
    lines.set(name, `${name} is ${shown(name, given[name])}: it must be ${issue.message}`);
  }
  throw new ConfigError([...lines.values()].join("\n"));
}

function shown(name: string, value: string | undefined): string {
  const secret = settingMeta(name).secret ?? false;
  return secret ? "set to a value that can't be used (not shown)" : JSON.stringify(value);
}

/** What is said about one setting, by the name of its variable. */
export function settingMeta(name: string): SettingMeta {
  const schema = Environment.shape[name as keyof Environment];
  const inner = "unwrap" in schema ? schema.unwrap() : schema;
  return inner.meta() as unknown as SettingMeta;
}

function providedBy(values: Environment): Provided {
  return {
    databaseUrl: databaseUrlOf(values),
    ...redisUrlsOf(values),
    secretKey: values.SECRET_KEY,
    previousSecretKeys: values.SECRET_KEY_PREVIOUS,
  };
}

function fillIn(given: Provided, running: Partial<Provided> | undefined): Provided {
  if (running === undefined) return given;
  return {
    databaseUrl: given.databaseUrl ?? running.databaseUrl,
    queueUrl: given.queueUrl ?? running.queueUrl,
    cacheUrl: given.cacheUrl ?? running.cacheUrl,
    rateLimitUrl: given.rateLimitUrl ?? running.rateLimitUrl,
    secretKey: given.secretKey ?? running.secretKey,
    previousSecretKeys: given.previousSecretKeys ?? running.previousSecretKeys,
  };
}
