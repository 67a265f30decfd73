import { resolve } from "node:path";
import type { z } from "zod";
import { inUrl } from "../network.ts";
import {
  addresses,
  host,
  hosts,
  oneOf,
  origin,
  origins,
  port,
  text,
  whole,
} from "../setting_kinds.ts";
import type { Missing } from "./provided.ts";

const GROUP = "Web server";

export const WEB_SETTINGS = {
  ENVIRONMENT: oneOf(["local", "staging", "production"], {
    group: GROUP,
    about: "Where this runs. Only `local` makes its own services, secret and first password.",
  }).default("local"),
  HOST: host({
    group: GROUP,
    about: "The address that the web server listens on.",
    fallback: "127.0.0.1 in local, else 0.0.0.0",
  }).optional(),
  PORT: port({
    group: GROUP,
    about: "The port that the web server listens on; 0 takes a free one.",
  })
    .default(8000),
  TRUST_PROXY: addresses({
    group: GROUP,
    about: "The proxies whose X-Forwarded-For names the client's address; nobody else's does.",
    fallback: "none: the client is who connects",
  }).optional(),
  DATA_DIR: text(1, 4096, {
    group: GROUP,
    about: "The folder for what is kept on this machine: PostgreSQL and Redis data, the secret.",
  }).default(".data"),
  SAMPLES_DIR: text(1, 4096, {
    group: GROUP,
    about: "The folder with the sample jobs and résumés.",
  }).default("samples"),
  PUBLIC_URL: origin({
    group: GROUP,
    about: "Where people open the product in their browser; links in mails begin with it.",
    fallback: "http://HOST:PORT in local; required elsewhere",
  }).optional(),
  ALLOWED_HOSTS: hosts({
    group: GROUP,
    about: "Names beside PUBLIC_URL's under which requests are answered, such as one within a " +
      "cluster; under any other the answer is 421.",
    fallback: "none; in local also localhost and HOST, and any where HOST is 0.0.0.0",
  }).default([]),
  CORS_ORIGINS: origins({
    group: GROUP,
    about: "Other sites whose pages may call the API from a browser, by a token or a key.",
    fallback: "none",
  }).default([]),
  REQUEST_TIMEOUT_SECONDS: whole(1, 3600, {
    group: GROUP,
    about:
      "How long a request may take, and at most a fourth more, before it is answered with 503; an upload ten times that.",
  }).default(60),
  BODY_TIMEOUT_SECONDS: whole(1, 600, {
    group: GROUP,
    about: "How long a client may be silent while it sends a body, before it is answered with 408.",
  }).default(30),
  CLIENT_CACHE_MAX_AGE: whole(0, 86_400, {
    group: GROUP,
    about: "For how many seconds anybody may keep public documents, such as the API's description.",
  }).default(30),
  LOG_LEVEL: oneOf(["debug", "info", "warning", "error"], {
    group: GROUP,
    about: "The least serious message that is written.",
  }).default("info"),
  SHUTDOWN_SECONDS: whole(1, 600, {
    group: GROUP,
    about: "How long a stopping process waits for the requests and tasks that are under way.",
  }).default(10),
  DRAIN_SECONDS: whole(0, 300, {
    group: GROUP,
    about: "How long a stopping web server still answers while /readyz says 503, so that a load " +
      "balancer sends no more. Longer than the balancer takes to look again.",
    fallback: "0 in local, else 5",
  }).optional(),
};

type Values = z.infer<z.ZodObject<typeof WEB_SETTINGS>>;

/** The web server, and what all processes have. */
export interface WebConfig {
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
  /** How long anybody may keep public documents. */
  readonly clientCacheSeconds: number;
  readonly logLevel: "debug" | "info" | "warning" | "error";
  readonly shutdownMs: number;
  /** How long a stopping web server still answers, and says that it is not ready. */
  readonly drainMs: number;
}

/** @throws {ConfigError} When PUBLIC_URL is missing. */
export function webOf(values: Values, missing: Missing): WebConfig {
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
    clientCacheSeconds: values.CLIENT_CACHE_MAX_AGE,
    logLevel: values.LOG_LEVEL,
    shutdownMs: values.SHUTDOWN_SECONDS * 1000,
    drainMs: (values.DRAIN_SECONDS ?? (isLocal ? 0 : 5)) * 1000,
  };
}
