import type { z } from "zod";
import { inUrl } from "../network.ts";
import { address, host, port, text, whole } from "../setting_kinds.ts";
import type { Missing, Provided } from "./provided.ts";

const GROUP = "PostgreSQL";
const PROTOCOLS = ["postgres:", "postgresql:"];

export const DATABASE_SETTINGS = {
  DATABASE_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "A PostgreSQL 18 database to use. Without it, one is started in DATA_DIR (local).",
    fallback: "from the five POSTGRES_ settings when POSTGRES_SERVER is set",
  }).optional(),
  POSTGRES_SERVER: host({ group: GROUP, about: "Host, when there is no DATABASE_URL." })
    .optional(),
  POSTGRES_PORT: port({ group: GROUP, about: "Port beside POSTGRES_SERVER." }).default(5432),
  POSTGRES_USER: text(1, 63, { group: GROUP, about: "User beside POSTGRES_SERVER." })
    .default("postgres"),
  POSTGRES_PASSWORD: text(1, 1024, {
    group: GROUP,
    about: "Password beside POSTGRES_SERVER.",
    fallback: "none",
    secret: true,
  }).optional(),
  POSTGRES_DB: text(1, 63, { group: GROUP, about: "Database beside POSTGRES_SERVER." })
    .default("postgres"),
  APP_DATABASE_USER: text(1, 63, {
    group: GROUP,
    about: "The login that `migrate` makes for web and worker; their DATABASE_URL names it.",
  }).default("talent_web"),
  APP_DATABASE_PASSWORD: text(12, 1024, {
    group: GROUP,
    about: "Its password, given to `migrate`. Anew by the next `migrate` when it is changed.",
    fallback: "none: no login is made",
    secret: true,
  }).optional(),
  DATABASE_POOL_SIZE: whole(2, 200, {
    group: GROUP,
    about:
      "Connections that one process keeps at most. From 5 on, two of a web server's are for lookups.",
  }).default(10),
};

type Values = z.infer<z.ZodObject<typeof DATABASE_SETTINGS>>;

export interface DatabaseConfig {
  readonly url: string;
  readonly poolSize: number;
}

/** @throws {ConfigError} When its address is missing. */
export function databaseOf(
  values: Values,
  { databaseUrl }: Provided,
  missing: Missing,
): DatabaseConfig {
  return { url: databaseUrl ?? missing("DATABASE_URL"), poolSize: values.DATABASE_POOL_SIZE };
}

/** The address that is set; undefined: none is. */
export function databaseUrlOf(values: Values): string | undefined {
  if (values.DATABASE_URL !== undefined) return values.DATABASE_URL;
  if (values.POSTGRES_SERVER === undefined) return undefined;
  const url = new URL(`postgresql://${inUrl(values.POSTGRES_SERVER)}:${values.POSTGRES_PORT}`);
  url.username = encodeURIComponent(values.POSTGRES_USER);
  if (values.POSTGRES_PASSWORD) url.password = encodeURIComponent(values.POSTGRES_PASSWORD);
  url.pathname = `/${encodeURIComponent(values.POSTGRES_DB)}`;
  return url.href;
}
