import { z } from "zod";
import {
  address,
  addresses,
  flag,
  host,
  hosts,
  jwkSet,
  matching,
  oneOf,
  origin,
  origins,
  port,
  secrets,
  text,
  whole,
} from "./setting_kinds.ts";

const REDIS = ["redis:", "rediss:"];
const SMTP = ["smtp:", "smtps:"];
const POSTGRES = ["postgres:", "postgresql:"];

const WEB = "Web server";
const WATCHING = "Watching it (docs/watching.md)";
const DATABASE = "PostgreSQL";
const REDIS_GROUP = "Redis";
const FIRST_USER = "First superuser";
const SIGN_IN = "Signing in";
const MAIL = "Mail";
const WORKER = "Worker";
const CALLS = "Limits on calls of the API";
const LIMITS = "Limits on documents and uploads";
const STORAGE = "Storage (docs/operations/storage.md)";
const MODEL = "Language model (docs/language-model.md)";
const HTTP = ["https:", "http:"];

/** Every setting, under the name of its environment variable. An empty value counts as unset. */
export const Environment = z.object({
  ENVIRONMENT: oneOf(["local", "staging", "production"], {
    group: WEB,
    about: "Where this runs. Only `local` makes its own services, secret and first password.",
  }).default("local"),
  HOST: host({
    group: WEB,
    about: "The address that the web server listens on.",
    fallback: "127.0.0.1 in local, else 0.0.0.0",
  }).optional(),
  PORT: port({ group: WEB, about: "The port that the web server listens on; 0 takes a free one." })
    .default(8000),
  TRUST_PROXY: addresses({
    group: WEB,
    about: "The proxies whose X-Forwarded-For names the client's address; nobody else's does.",
    fallback: "none: the client is who connects",
  }).optional(),
  DATA_DIR: text(1, 4096, {
    group: WEB,
    about: "The folder for what is kept on this machine: PostgreSQL and Redis data, the secret.",
  }).default(".data"),
  SAMPLES_DIR: text(1, 4096, {
    group: WEB,
    about: "The folder with the sample jobs and résumés.",
  }).default("samples"),
  PUBLIC_URL: origin({
    group: WEB,
    about: "Where people open the product in their browser; links in mails begin with it.",
    fallback: "http://HOST:PORT in local; required elsewhere",
  }).optional(),
  ALLOWED_HOSTS: hosts({
    group: WEB,
    about: "Names beside PUBLIC_URL's under which requests are answered, such as one within a " +
      "cluster; under any other the answer is 421.",
    fallback: "none; in local also localhost and HOST, and any where HOST is 0.0.0.0",
  }).default([]),
  CORS_ORIGINS: origins({
    group: WEB,
    about: "Other sites whose pages may call the API from a browser, by a token or a key.",
    fallback: "none",
  }).default([]),
  REQUEST_TIMEOUT_SECONDS: whole(1, 3600, {
    group: WEB,
    about:
      "How long a request may take, and at most a fourth more, before it is answered with 503; an upload ten times that.",
  }).default(60),
  BODY_TIMEOUT_SECONDS: whole(1, 600, {
    group: WEB,
    about: "How long a client may be silent while it sends a body, before it is answered with 408.",
  }).default(30),
  CLIENT_CACHE_MAX_AGE: whole(0, 86_400, {
    group: WEB,
    about: "For how many seconds anybody may keep public documents, such as the API's description.",
  }).default(30),
  LOG_LEVEL: oneOf(["debug", "info", "warning", "error"], {
    group: WEB,
    about: "The least serious message that is written.",
  }).default("info"),
  LOG_FORMAT: oneOf(["pretty", "json"], {
    group: WATCHING,
    about: "Lines for people, or one JSON object a line.",
    fallback: "pretty in local, else json",
  }).optional(),
  LOG_REQUESTS: flag({
    group: WATCHING,
    about: "Write a line for each request: method, route, status, time and who, by ids alone.",
    fallback: "false in local, else true",
  }).optional(),
  OTEL_DENO: flag({
    group: WATCHING,
    about: "Send spans and metrics by OTLP to OTEL_EXPORTER_OTLP_ENDPOINT, http://localhost:4318 " +
      "unless set. The runtime reads these and its other OTEL_ variables by itself.",
  }).default(false),
  SENTRY_DSN: address(HTTP, {
    group: WATCHING,
    about: "Where errors are reported by Sentry's protocol: their kind, place and ids, no words.",
    fallback: "none are reported",
    secret: true,
  }).optional(),
  METRICS_TOKEN: text(16, 1024, {
    group: WATCHING,
    about: "What Prometheus shows as a bearer token at /metrics.",
    fallback: "none: there is no /metrics",
    secret: true,
  }).optional(),
  SHUTDOWN_SECONDS: whole(1, 600, {
    group: WEB,
    about: "How long a stopping process waits for the requests and tasks that are under way.",
  }).default(10),
  DRAIN_SECONDS: whole(0, 300, {
    group: WEB,
    about: "How long a stopping web server still answers while /readyz says 503, so that a load " +
      "balancer sends no more. Longer than the balancer takes to look again.",
    fallback: "0 in local, else 5",
  }).optional(),

  SECRET_KEY: text(32, 1024, {
    group: SIGN_IN,
    about: "What the keys of access tokens are made from. `deno task keys:rotate` makes another.",
    fallback: "made and kept in DATA_DIR in local; required elsewhere",
    secret: true,
  }).optional(),
  SECRET_KEY_PREVIOUS: secrets({
    group: SIGN_IN,
    about:
      "Earlier secrets, the latest first: their access tokens are taken until they expire, and " +
      "what they sealed is opened.",
    fallback: "none",
    secret: true,
  }).optional(),
  ALGORITHM: oneOf(["HS256", "EdDSA"], {
    group: SIGN_IN,
    about: "How access tokens are signed: by SECRET_KEY (HS256), or by SIGNING_KEYS (EdDSA).",
  }).default("HS256"),
  SIGNING_KEYS: jwkSet({
    group: SIGN_IN,
    about: "Ed25519 keys: the first signs, the tokens of all are taken. " +
      "`deno task keys:rotate` makes them.",
    fallback: "none; required when ALGORITHM is EdDSA",
    secret: true,
  }).optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: whole(1, 1440, {
    group: SIGN_IN,
    about: "How long an API access token is valid.",
  }).default(30),
  REFRESH_TOKEN_EXPIRE_DAYS: whole(1, 365, {
    group: SIGN_IN,
    about: "How long a sign-in to the API lasts without being refreshed.",
  }).default(7),
  REFRESH_TOKEN_IN_BODY: flag({
    group: SIGN_IN,
    about: "Answer refresh tokens in the body too, for programs without cookies.",
  }).default(false),
  SESSION_DAYS: whole(1, 365, {
    group: SIGN_IN,
    about: "How long a browser stays signed in without being used.",
  }).default(14),

  REGISTRATION: oneOf(["open", "invite", "closed"], {
    group: SIGN_IN,
    about: "Who may make an account: anybody, who was invited by mail, or nobody. Superusers can " +
      "always make one for somebody.",
  }).default("invite"),

  SMTP_URL: address(SMTP, {
    group: MAIL,
    about: "The server that takes mails, such as smtps://user:password@mail.company.com.",
    fallback: "mails are written to DATA_DIR/mail and listed at /admin/mails",
  }).optional(),
  MAIL_FROM: matching(
    /^[^\r\n]*[^@\s]{1,64}@[^@\s]{1,189}$/,
    "an e-mail address, or Name <address>",
    {
      group: MAIL,
      about: "Who the mails are from.",
    },
  ).default("Talent Copilot <no-reply@localhost>"),

  ADMIN_NAME: text(2, 30, { group: FIRST_USER, about: "The name shown in the product." })
    .default("Admin"),
  ADMIN_USERNAME: matching(/^[a-z0-9]{2,20}$/, "2 to 20 lower-case letters and digits", {
    group: FIRST_USER,
    about: "The name to sign in with.",
  }).default("admin"),
  ADMIN_EMAIL: matching(/^[^@\s]{1,64}@[^@\s]{1,189}$/, "an e-mail address", {
    group: FIRST_USER,
    about: "May be used to sign in as well.",
  }).default("admin@example.com"),
  ADMIN_PASSWORD: text(10, 128, {
    group: FIRST_USER,
    about: "The password of the first superuser; read once, when that user is created.",
    fallback: "made and printed once by `deno task start`",
    secret: true,
  }).optional(),

  DATABASE_URL: address(POSTGRES, {
    group: DATABASE,
    about: "A PostgreSQL 18 database to use. Without it, one is started in DATA_DIR (local).",
    fallback: "from the five POSTGRES_ settings when POSTGRES_SERVER is set",
  }).optional(),
  POSTGRES_SERVER: host({ group: DATABASE, about: "Host, when there is no DATABASE_URL." })
    .optional(),
  POSTGRES_PORT: port({ group: DATABASE, about: "Port beside POSTGRES_SERVER." }).default(5432),
  POSTGRES_USER: text(1, 63, { group: DATABASE, about: "User beside POSTGRES_SERVER." })
    .default("postgres"),
  POSTGRES_PASSWORD: text(1, 1024, {
    group: DATABASE,
    about: "Password beside POSTGRES_SERVER.",
    fallback: "none",
    secret: true,
  }).optional(),
  POSTGRES_DB: text(1, 63, { group: DATABASE, about: "Database beside POSTGRES_SERVER." })
    .default("postgres"),
  DATABASE_POOL_SIZE: whole(2, 200, {
    group: DATABASE,
    about: "Connections that one process keeps at most.",
  }).default(10),

  STORAGE: oneOf(["postgres", "file", "s3"], {
    group: STORAGE,
    about:
      "Where new files are kept: in the database, in the folder DATA_DIR/files, or in a bucket. " +
      "Files that are elsewhere are found there; `deno task storage:move` moves them.",
  }).default("postgres"),
  S3_BUCKET: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket", {
    group: STORAGE,
    about: "The bucket, of this installation alone unless S3_PREFIX sets it apart.",
    fallback: "none; required when STORAGE is s3",
  }).optional(),
  S3_ENDPOINT: origin({
    group: STORAGE,
    about: "The server of the bucket.",
    fallback: "https://s3.S3_REGION.amazonaws.com",
  }).optional(),
  S3_REGION: matching(/^[a-z0-9-]{1,40}$/, "the name of a region", {
    group: STORAGE,
    about: "The region that requests are signed for.",
  }).default("us-east-1"),
  S3_ACCESS_KEY_ID: text(1, 256, {
    group: STORAGE,
    about: "The key that requests are signed with.",
    fallback: "none; required when STORAGE is s3 and the container has no role",
  }).optional(),
  S3_SECRET_ACCESS_KEY: text(1, 1024, {
    group: STORAGE,
    about: "Its secret.",
    fallback: "none; required with S3_ACCESS_KEY_ID",
    secret: true,
  }).optional(),
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: text(1, 1024, {
    group: STORAGE,
    about: "Amazon ECS sets it in a task that has a role: without S3_ACCESS_KEY_ID, requests to " +
      "the bucket are signed with what the role is lent.",
    fallback: "none",
  }).optional(),
  AWS_CONTAINER_CREDENTIALS_FULL_URI: text(1, 1024, {
    group: STORAGE,
    about: "The same, as Amazon EKS sets it in a pod that has a role.",
    fallback: "none",
  }).optional(),
  S3_PATH_STYLE: flag({
    group: STORAGE,
    about:
      "Name the bucket in the path, as most servers of one's own want it, and not in the host.",
  }).default(false),
  S3_PREFIX: matching(/^(?:[a-z0-9_-]+\/){0,5}$/, "folders such as talent/, each with a slash", {
    group: STORAGE,
    about: "Stands before every name in the bucket.",
    fallback: "none",
  }).default(""),
  S3_ENCRYPTION: oneOf(["none", "AES256", "aws:kms"], {
    group: STORAGE,
    about: "How the server is asked to encrypt what it keeps.",
  }).default("none"),
  S3_KMS_KEY_ID: text(1, 2048, {
    group: STORAGE,
    about: "The key of aws:kms.",
    fallback: "the bucket's own",
  }).optional(),
  S3_DOWNLOADS: oneOf(["through", "redirect"], {
    group: STORAGE,
    about: "Whether downloads go through the product, or browsers are sent to the bucket by a " +
      "signed address; then they must be able to reach it.",
  }).default("through"),
  S3_DOWNLOAD_SECONDS: whole(5, 3600, {
    group: STORAGE,
    about: "How long such an address is valid.",
  }).default(60),
  S3_TIMEOUT_SECONDS: whole(1, 300, {
    group: STORAGE,
    about: "How long one request to the bucket may take; it is made three times at most.",
  }).default(30),

  BACKUP_PASSPHRASE: text(12, 1024, {
    group: STORAGE,
    about: "What backups are encrypted with (docs/operations/backup.md). Keep it elsewhere too: " +
      "without it a backup is worth nothing.",
    fallback: "none: `deno task backup` asks for it",
    secret: true,
  }).optional(),
  CLAMAV_URL: address(["tcp:", "unix:"], {
    group: STORAGE,
    about:
      "ClamAV's daemon, such as tcp://clamav:3310 or unix:///run/clamav/clamd.ctl: no file is " +
      "read or downloaded before it was scanned.",
    fallback: "none: files are not scanned",
  }).optional(),
  CLAMAV_TIMEOUT_SECONDS: whole(1, 300, {
    group: STORAGE,
    about: "How long a scan may take.",
  }).default(30),

  REDIS_URL: address(REDIS, {
    group: REDIS_GROUP,
    about: "A Redis (7 or later) or Valkey server. Without it, one is started in DATA_DIR (local).",
    fallback: "from REDIS_QUEUE_HOST when that is set",
  }).optional(),
  REDIS_QUEUE_URL: address(REDIS, {
    group: REDIS_GROUP,
    about: "The server for the task stream and for progress.",
    fallback: "REDIS_QUEUE_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_CACHE_URL: address(REDIS, {
    group: REDIS_GROUP,
    about: "The server for caches; may forget at any time.",
    fallback: "REDIS_CACHE_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_RATE_LIMIT_URL: address(REDIS, {
    group: REDIS_GROUP,
    about: "The server that counts requests.",
    fallback: "REDIS_RATE_LIMIT_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_QUEUE_HOST: host({ group: REDIS_GROUP, about: "Host of the queue's server." }).optional(),
  REDIS_QUEUE_PORT: port({ group: REDIS_GROUP, about: "Port beside it." }).default(6379),
  REDIS_CACHE_HOST: host({ group: REDIS_GROUP, about: "Host of the cache's server." }).optional(),
  REDIS_CACHE_PORT: port({ group: REDIS_GROUP, about: "Port beside it." }).default(6379),
  REDIS_RATE_LIMIT_HOST: host({ group: REDIS_GROUP, about: "Host of the counting server." })
    .optional(),
  REDIS_RATE_LIMIT_PORT: port({ group: REDIS_GROUP, about: "Port beside it." }).default(6379),
  CACHE_TIMEOUT_MS: whole(10, 60_000, {
    group: REDIS_GROUP,
    about: "How long the cache's server is waited for; later, what it keeps is made anew instead.",
  }).default(500),
  REDIS_PREFIX: matching(/^[a-z0-9:_-]{0,40}$/, "at most 40 of a-z, 0-9, `:`, `_` and `-`", {
    group: REDIS_GROUP,
    about: "Stands before every key, for a server shared with other programs.",
  }).default("talent:"),

  WORKER_CONCURRENCY: whole(1, 256, {
    group: WORKER,
    about: "Tasks that one worker process runs at the same time.",
    fallback: "the number of processor cores, at most 8",
  }).optional(),
  WORKER_PROBE_PORT: port({
    group: WORKER,
    about: "A port on which a worker process answers /livez, /readyz and /metrics.",
    fallback: "none: it listens on nothing",
  }).optional(),
  WORKER_INLINE: flag({
    group: WORKER,
    about: "Run the worker inside the web process, for the smallest of installations.",
  }).default(false),
  TASK_MAX_ATTEMPTS: whole(1, 20, {
    group: WORKER,
    about: "How often a failing task is tried before it is parked.",
  }).default(5),
  TASK_LEASE_SECONDS: whole(2, 600, {
    group: WORKER,
    about: "How long a silent worker keeps a task before another takes it over.",
  }).default(30),
  TASK_RETRY_SECONDS: whole(0, 600, {
    group: WORKER,
    about: "The pause before the second attempt; each further one doubles it.",
  }).default(2),

  DEFAULT_RATE_LIMIT_LIMIT: whole(1, 1000000, {
    group: CALLS,
    about: "Calls within any period, where a tier has no limit for an operation.",
  }).default(600),
  DEFAULT_RATE_LIMIT_PERIOD: whole(1, 2678400, {
    group: CALLS,
    about: "That period, in seconds.",
  }).default(60),
  TIER_NAME: matching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, "letters, digits, `-` and `_`", {
    group: CALLS,
    about: "The first tier: made at the first start, and by `deno task create_tier`.",
  }).default("free"),

  DOCUMENT_MAX_BYTES: whole(1024, 104857600, {
    group: LIMITS,
    about: "The largest résumé or job file, in bytes.",
  }).default(10485760),
  DOCUMENT_MAX_PAGES: whole(1, 1000, { group: LIMITS, about: "The most pages of one file." })
    .default(50),
  DOCUMENT_MAX_CHARACTERS: whole(1000, 2000000, {
    group: LIMITS,
    about: "The longest text that is taken from one file.",
  }).default(200000),
  DOCUMENT_TIMEOUT_SECONDS: whole(1, 300, {
    group: LIMITS,
    about: "How long reading one file may take.",
  }).default(20),
  OCR: oneOf(["none", "tesseract"], {
    group: LIMITS,
    about:
      "Whether scanned pages are read, by the Tesseract that is part of the product; without " +
      "it they are refused. It takes some seconds a page, in the worker, and no network.",
  }).default("none"),
  OCR_MAX_PAGES: whole(1, 100, { group: LIMITS, about: "The most scanned pages of one file." })
    .default(10),
  OCR_TIMEOUT_SECONDS: whole(1, 600, {
    group: LIMITS,
    about: "How long reading the scanned pages of one file may take.",
  }).default(120),
  EVALUATIONS_WAIT_SECONDS: whole(0, 50, {
    group: LIMITS,
    about: "How long a call waits for résumés that are judged and not kept, before it answers 202.",
  }).default(20),
  EVALUATIONS_KEEP_SECONDS: whole(1, 86_400, {
    group: LIMITS,
    about: "How long what came of them can be asked for; it is deleted then at the latest.",
  }).default(900),
  UPLOAD_MAX_FILES: whole(1, 1000, { group: LIMITS, about: "Files in one upload." }).default(200),
  UPLOAD_MAX_BYTES: whole(1024, 2147483648, {
    group: LIMITS,
    about: "The size of one upload, all its files together, in bytes; also unpacked.",
  }).default(268435456),
  UPLOAD_MAX_ZIP_BYTES: whole(1024, 2147483648, {
    group: LIMITS,
    about: "The size of one ZIP in an upload, in bytes; it is held in memory.",
  }).default(67108864),

  LLM_PROVIDER: oneOf(["none", "openai-compatible"], {
    group: MODEL,
    about: "Whether a language model may be asked for proposals and second opinions. It never " +
      "makes a score.",
  }).default("none"),
  LLM_URL: address(HTTP, {
    group: MODEL,
    about: "Where its API begins, such as https://models.company.com/v1; calls go to " +
      "LLM_URL/chat/completions.",
    fallback: "none; required with a provider",
  }).optional(),
  LLM_API_KEY: text(1, 1024, {
    group: MODEL,
    about: "Sent as a bearer token.",
    fallback: "none is sent",
    secret: true,
  }).optional(),
  LLM_MODEL: text(1, 200, {
    group: MODEL,
    about: "The name of the model, as its API knows it.",
    fallback: "none; required with a provider",
  }).optional(),
  LLM_TIMEOUT_SECONDS: whole(1, 600, {
    group: MODEL,
    about: "How long one answer is waited for.",
  }).default(60),
  LLM_MONTHLY_TOKENS: whole(0, 1_000_000_000_000, {
    group: MODEL,
    about: "How many tokens, asked and answered, a workspace may use in a month of UTC.",
  }).default(1_000_000),
});

export type Environment = z.infer<typeof Environment>;
