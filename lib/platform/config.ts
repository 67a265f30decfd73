import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { ConfigError } from "./config_error.ts";
import { Environment } from "./config_schema.ts";
import { readLocalServices } from "./local_services.ts";
import { settingValue } from "./setting_files.ts";
import type { Ed25519Key, SettingMeta } from "./setting_kinds.ts";

/** The settings of a running process, parsed; times and sizes in the unit of their name. */
export interface Config {
  readonly environment: "local" | "staging" | "production";
  readonly host: string;
  readonly port: number;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Absolute. */
  readonly dataDir: string;
  /** The folder with the sample jobs and résumés; absolute. */
  readonly samplesDir: string;
  /** Where people open the product; without a slash at its end. */
  readonly publicUrl: string;
  /** Names of this server beside that of `publicUrl`. */
  readonly allowedHosts: readonly string[];
  /** Origins of other sites whose pages may call the API from a browser. */
  readonly corsOrigins: readonly string[];
  readonly request: {
    /** How long a request may take; one with files ten times that. */
    readonly timeoutMs: number;
    /** How long a client may be silent while it sends a body. */
    readonly idleMs: number;
  };
  readonly logLevel: "debug" | "info" | "warning" | "error";
  readonly logFormat: "pretty" | "json";
  /** Whether each request is logged. */
  readonly logRequests: boolean;
  /** Where errors are reported; undefined: nowhere. */
  readonly sentryDsn: string | undefined;
  /** What is shown at /metrics; undefined: there is none. */
  readonly metricsToken: string | undefined;
  readonly shutdownMs: number;
  /** How long a stopping web server still answers, and says that it is not ready. */
  readonly drainMs: number;
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
  readonly registration: "open" | "invite" | "closed";
  readonly mail: {
    /** Undefined: mails are written to `folder`. */
    readonly smtpUrl: string | undefined;
    readonly from: string;
    /** Absolute. */
    readonly folder: string;
  };
  readonly admin: {
    readonly name: string;
    readonly username: string;
    readonly email: string;
    readonly password: string | undefined;
  };
  readonly database: { readonly url: string; readonly poolSize: number };
  readonly redis: {
    readonly queueUrl: string;
    readonly cacheUrl: string;
    readonly rateLimitUrl: string;
    readonly prefix: string;
  };
  readonly cache: { readonly timeoutMs: number };
  /** How long anybody may keep public documents. */
  readonly clientCacheSeconds: number;
  /** What holds where a tier has no limit. */
  readonly rateLimit: { readonly limit: number; readonly periodSeconds: number };
  /** The tier that is made at the first start. */
  readonly tierName: string;
  readonly worker: {
    readonly concurrency: number;
    readonly inline: boolean;
    /** Where a worker process answers probes; undefined: nowhere. */
    readonly probePort: number | undefined;
    readonly maxAttempts: number;
    readonly leaseMs: number;
    readonly retryMs: number;
  };
  readonly document: {
    readonly maxBytes: number;
    readonly maxPages: number;
    readonly maxCharacters: number;
    readonly timeoutMs: number;
    /** Undefined: scanned pages are refused. */
    readonly ocr: { readonly maxPages: number; readonly timeoutMs: number } | undefined;
  };
  /** Of résumés that are judged and not kept. */
  readonly bulk: {
    /** How long a call waits for what comes of them. */
    readonly waitMs: number;
    /** How long that can be asked for afterwards. */
    readonly keepMs: number;
  };
  readonly upload: {
    readonly maxFiles: number;
    readonly maxBytes: number;
    readonly maxZipBytes: number;
  };
  readonly storage: {
    /** Where new files are kept. */
    readonly place: "postgres" | "file" | "s3";
    /** Undefined: there is no bucket. */
    readonly s3: S3Config | undefined;
  };
  /** Undefined: files are not scanned. */
  readonly virusScan: VirusScanConfig | undefined;
  /** Undefined: no language model is asked for anything. */
  readonly languageModel: LanguageModelConfig | undefined;
}

/** The daemon of a virus scanner. */
export interface VirusScanConfig {
  /** `tcp:` with host and port, or `unix:` with a path. */
  readonly url: string;
  /** How long one scan may take. */
  readonly timeoutMs: number;
}

/** Where the credentials of a container's role are, as its surroundings tell it: one of both. */
export interface ContainerRole {
  readonly relativeUri: string | undefined;
  readonly fullUri: string | undefined;
}

/** A bucket, and how it is spoken to. */
export interface S3Config {
  /** Scheme, host and port of its server. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Undefined: requests are signed with what the role of the container is lent. */
  readonly key: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Where a container gets that; undefined: it has no role. */
  readonly role: ContainerRole | undefined;
  /** Whether the bucket stands in the path; else before the host. */
  readonly isPathStyle: boolean;
  /** Before every name; empty, or with a slash at its end. */
  readonly prefix: string;
  /** What the server is asked for; undefined: nothing. */
  readonly encryption: "AES256" | "aws:kms" | undefined;
  readonly kmsKeyId: string | undefined;
  readonly downloads: "through" | "redirect";
  /** How long a signed address is valid. */
  readonly downloadSeconds: number;
  readonly timeoutMs: number;
}

/** A language model that speaks OpenAI's protocol; the operator's choice alone. */
export interface LanguageModelConfig {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly model: string;
  /** How long one answer is waited for. */
  readonly timeoutMs: number;
  /** What one workspace may use in a month of UTC. */
  readonly monthlyTokens: number;
}

/** Addresses and secrets that may be missing: `deno task start` provides them in `local`. */
export interface Provided {
  readonly databaseUrl: string | undefined;
  readonly queueUrl: string | undefined;
  readonly cacheUrl: string | undefined;
  readonly rateLimitUrl: string | undefined;
  readonly secretKey: string | undefined;
  readonly previousSecretKeys: readonly string[] | undefined;
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
  const missing = (name: string): never => {
    throw new ConfigError(
      values.ENVIRONMENT === "local"
        ? `${name} is not set, and nothing runs in ${
          resolve(values.DATA_DIR)
        }: set it, or run \`deno task start\` first`
        : `${name} is not set: it is required when ENVIRONMENT is ${values.ENVIRONMENT}`,
    );
  };
  const isLocal = values.ENVIRONMENT === "local";
  const host = values.HOST ?? (isLocal ? "127.0.0.1" : "0.0.0.0");
  const here = isLocal ? `http://${inUrl(host)}:${values.PORT}` : undefined;
  return {
    environment: values.ENVIRONMENT,
    host,
    port: values.PORT,
    trustedProxies: values.TRUST_PROXY ?? [],
    dataDir: resolve(values.DATA_DIR),
    samplesDir: resolve(values.SAMPLES_DIR),
    publicUrl: (values.PUBLIC_URL ?? here ?? missing("PUBLIC_URL")).replace(/\/$/, ""),
    allowedHosts: values.ALLOWED_HOSTS,
    corsOrigins: values.CORS_ORIGINS,
    request: {
      timeoutMs: values.REQUEST_TIMEOUT_SECONDS * 1000,
      idleMs: values.BODY_TIMEOUT_SECONDS * 1000,
    },
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT ?? (isLocal ? "pretty" : "json"),
    logRequests: values.LOG_REQUESTS ?? !isLocal,
    sentryDsn: values.SENTRY_DSN,
    metricsToken: values.METRICS_TOKEN,
    shutdownMs: values.SHUTDOWN_SECONDS * 1000,
    drainMs: (values.DRAIN_SECONDS ?? (isLocal ? 0 : 5)) * 1000,
    secretKey: provided.secretKey ?? missing("SECRET_KEY"),
    previousSecretKeys: provided.previousSecretKeys ?? [],
    tokenAlgorithm: values.ALGORITHM,
    signingKeys: signingKeysOf(values),
    accessTokenMinutes: values.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: values.REFRESH_TOKEN_EXPIRE_DAYS,
    refreshTokenInBody: values.REFRESH_TOKEN_IN_BODY,
    sessionDays: values.SESSION_DAYS,
    registration: values.REGISTRATION,
    mail: {
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM,
      folder: join(resolve(values.DATA_DIR), "mail"),
    },
    admin: adminOf(values),
    database: {
      url: provided.databaseUrl ?? missing("DATABASE_URL"),
      poolSize: values.DATABASE_POOL_SIZE,
    },
    redis: {
      queueUrl: provided.queueUrl ?? missing("REDIS_URL"),
      cacheUrl: provided.cacheUrl ?? missing("REDIS_URL"),
      rateLimitUrl: provided.rateLimitUrl ?? missing("REDIS_URL"),
      prefix: values.REDIS_PREFIX,
    },
    cache: { timeoutMs: values.CACHE_TIMEOUT_MS },
    clientCacheSeconds: values.CLIENT_CACHE_MAX_AGE,
    rateLimit: {
      limit: values.DEFAULT_RATE_LIMIT_LIMIT,
      periodSeconds: values.DEFAULT_RATE_LIMIT_PERIOD,
    },
    tierName: values.TIER_NAME,
    worker: {
      concurrency: values.WORKER_CONCURRENCY ?? Math.min(8, availableParallelism()),
      inline: values.WORKER_INLINE,
      probePort: values.WORKER_PROBE_PORT,
      maxAttempts: values.TASK_MAX_ATTEMPTS,
      leaseMs: values.TASK_LEASE_SECONDS * 1000,
      retryMs: values.TASK_RETRY_SECONDS * 1000,
    },
    document: {
      maxBytes: values.DOCUMENT_MAX_BYTES,
      maxPages: values.DOCUMENT_MAX_PAGES,
      maxCharacters: values.DOCUMENT_MAX_CHARACTERS,
      timeoutMs: values.DOCUMENT_TIMEOUT_SECONDS * 1000,
      ocr: values.OCR === "none" ? undefined : {
        maxPages: values.OCR_MAX_PAGES,
        timeoutMs: values.OCR_TIMEOUT_SECONDS * 1000,
      },
    },
    bulk: {
      waitMs: values.EVALUATIONS_WAIT_SECONDS * 1000,
      keepMs: values.EVALUATIONS_KEEP_SECONDS * 1000,
    },
    upload: {
      maxFiles: values.UPLOAD_MAX_FILES,
      maxBytes: values.UPLOAD_MAX_BYTES,
      maxZipBytes: values.UPLOAD_MAX_ZIP_BYTES,
    },
    storage: storageOf(values),
    virusScan: values.CLAMAV_URL
      ? { url: values.CLAMAV_URL, timeoutMs: values.CLAMAV_TIMEOUT_SECONDS * 1000 }
      : undefined,
    languageModel: languageModelOf(values),
  };
}

/**
 * Where files are kept.
 *
 * @throws {ConfigError} When a bucket is named, or meant, and a part of its settings is missing.
 */
export function storageOf(values: Environment): Config["storage"] {
  const place = values.STORAGE;
  if (values.S3_BUCKET === undefined && place !== "s3") return { place, s3: undefined };
  const required = (
    name: "S3_BUCKET" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY",
  ): string => {
    const value = values[name];
    if (value !== undefined) return value;
    throw new ConfigError(`${name} is not set: it is required when STORAGE is s3`);
  };
  const relativeUri = values.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  const fullUri = values.AWS_CONTAINER_CREDENTIALS_FULL_URI;
  const role = relativeUri || fullUri ? { relativeUri, fullUri } : undefined;
  const hasKey = values.S3_ACCESS_KEY_ID !== undefined ||
    values.S3_SECRET_ACCESS_KEY !== undefined;
  const s3 = {
    endpoint: values.S3_ENDPOINT ?? `https://s3.${values.S3_REGION}.amazonaws.com`,
    region: values.S3_REGION,
    bucket: required("S3_BUCKET"),
    role,
    key: hasKey || !role
      ? {
        accessKeyId: required("S3_ACCESS_KEY_ID"),
        secretAccessKey: required("S3_SECRET_ACCESS_KEY"),
      }
      : undefined,
    isPathStyle: values.S3_PATH_STYLE,
    prefix: values.S3_PREFIX,
    encryption: values.S3_ENCRYPTION === "none" ? undefined : values.S3_ENCRYPTION,
    kmsKeyId: values.S3_KMS_KEY_ID,
    downloads: values.S3_DOWNLOADS,
    downloadSeconds: values.S3_DOWNLOAD_SECONDS,
    timeoutMs: values.S3_TIMEOUT_SECONDS * 1000,
  };
  return { place, s3 };
}

function languageModelOf(values: Environment): Config["languageModel"] {
  if (values.LLM_PROVIDER === "none") return undefined;
  const required = (name: "LLM_URL" | "LLM_MODEL"): string => {
    const value = values[name];
    if (value !== undefined) return value;
    throw new ConfigError(
      `${name} is not set: it is required when LLM_PROVIDER is ${values.LLM_PROVIDER}`,
    );
  };
  return {
    url: required("LLM_URL").replace(/\/+$/, ""),
    apiKey: values.LLM_API_KEY,
    model: required("LLM_MODEL"),
    timeoutMs: values.LLM_TIMEOUT_SECONDS * 1000,
    monthlyTokens: values.LLM_MONTHLY_TOKENS,
  };
}

function signingKeysOf(values: Environment): Config["signingKeys"] {
  if (values.ALGORITHM === "HS256" || values.SIGNING_KEYS) return values.SIGNING_KEYS ?? [];
  throw new ConfigError(
    "SIGNING_KEYS is not set: it is required when ALGORITHM is EdDSA; `deno task keys:rotate` " +
      "makes it",
  );
}

/** Who the first superuser is to be. */
export function adminOf(values: Environment): Config["admin"] {
  return {
    name: values.ADMIN_NAME,
    username: values.ADMIN_USERNAME,
    email: values.ADMIN_EMAIL,
    password: values.ADMIN_PASSWORD,
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
  const server = (url: string | undefined, host: string | undefined, port: number) =>
    url ?? (host === undefined ? values.REDIS_URL : `redis://${inUrl(host)}:${port}`);
  return {
    databaseUrl: values.DATABASE_URL ?? databaseUrlOf(values),
    queueUrl: server(values.REDIS_QUEUE_URL, values.REDIS_QUEUE_HOST, values.REDIS_QUEUE_PORT),
    cacheUrl: server(values.REDIS_CACHE_URL, values.REDIS_CACHE_HOST, values.REDIS_CACHE_PORT),
    rateLimitUrl: server(
      values.REDIS_RATE_LIMIT_URL,
      values.REDIS_RATE_LIMIT_HOST,
      values.REDIS_RATE_LIMIT_PORT,
    ),
    secretKey: values.SECRET_KEY,
    previousSecretKeys: values.SECRET_KEY_PREVIOUS,
  };
}

function databaseUrlOf(values: Environment): string | undefined {
  if (values.POSTGRES_SERVER === undefined) return undefined;
  const url = new URL(`postgresql://${inUrl(values.POSTGRES_SERVER)}:${values.POSTGRES_PORT}`);
  url.username = encodeURIComponent(values.POSTGRES_USER);
  if (values.POSTGRES_PASSWORD) url.password = encodeURIComponent(values.POSTGRES_PASSWORD);
  url.pathname = `/${encodeURIComponent(values.POSTGRES_DB)}`;
  return url.href;
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
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
