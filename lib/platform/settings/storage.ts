import type { z } from "zod";
import { ConfigError } from "../config_error.ts";
import { flag, matching, oneOf, origin, text, whole } from "../setting_kinds.ts";

const GROUP = "Storage (docs/operations/storage.md)";

export const STORAGE_SETTINGS = {
  STORAGE: oneOf(["postgres", "file", "s3"], {
    group: GROUP,
    about:
      "Where new files are kept: in the database, in the folder DATA_DIR/files, or in a bucket. " +
      "Files that are elsewhere are found there; `deno task storage:move` moves them.",
  }).default("postgres"),
  S3_BUCKET: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket", {
    group: GROUP,
    about: "The bucket, of this installation alone unless S3_PREFIX sets it apart.",
    fallback: "none; required when STORAGE is s3",
  }).optional(),
  S3_ENDPOINT: origin({
    group: GROUP,
    about: "The server of the bucket.",
    fallback: "https://s3.S3_REGION.amazonaws.com",
  }).optional(),
  S3_REGION: matching(/^[a-z0-9-]{1,40}$/, "the name of a region", {
    group: GROUP,
    about: "The region that requests are signed for.",
  }).default("us-east-1"),
  S3_ACCESS_KEY_ID: text(1, 256, {
    group: GROUP,
    about: "The key that requests are signed with.",
    fallback: "none; required when STORAGE is s3 and the container has no role",
  }).optional(),
  S3_SECRET_ACCESS_KEY: text(1, 1024, {
    group: GROUP,
    about: "Its secret.",
    fallback: "none; required with S3_ACCESS_KEY_ID",
    secret: true,
  }).optional(),
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: text(1, 1024, {
    group: GROUP,
    about: "Amazon ECS sets it in a task that has a role: without S3_ACCESS_KEY_ID, requests to " +
      "the bucket are signed with what the role is lent.",
    fallback: "none",
  }).optional(),
  AWS_CONTAINER_CREDENTIALS_FULL_URI: text(1, 1024, {
    group: GROUP,
    about: "The same, as Amazon EKS sets it in a pod that has a role.",
    fallback: "none",
  }).optional(),
  S3_PATH_STYLE: flag({
    group: GROUP,
    about:
      "Name the bucket in the path, as most servers of one's own want it, and not in the host.",
  }).default(false),
  S3_PREFIX: matching(/^(?:[a-z0-9_-]+\/){0,5}$/, "folders such as talent/, each with a slash", {
    group: GROUP,
    about: "Stands before every name in the bucket.",
    fallback: "none",
  }).default(""),
  S3_ENCRYPTION: oneOf(["none", "AES256", "aws:kms"], {
    group: GROUP,
    about: "How the server is asked to encrypt what it keeps.",
  }).default("none"),
  S3_KMS_KEY_ID: text(1, 2048, {
    group: GROUP,
    about: "The key of aws:kms.",
    fallback: "the bucket's own",
  }).optional(),
  S3_DOWNLOADS: oneOf(["through", "redirect"], {
    group: GROUP,
    about: "Whether downloads go through the product, or browsers are sent to the bucket by a " +
      "signed address; then they must be able to reach it.",
  }).default("through"),
  S3_DOWNLOAD_SECONDS: whole(5, 3600, {
    group: GROUP,
    about: "How long such an address is valid.",
  }).default(60),
  S3_TIMEOUT_SECONDS: whole(1, 300, {
    group: GROUP,
    about: "How long one request to the bucket may take; it is made three times at most.",
  }).default(30),
  BACKUP_KEEP_DAYS: whole(1, 3650, {
    group: GROUP,
    about: "For how many days a backup is kept; who is erased is told that they are in it until " +
      "then. Deleting the file is yours to do.",
  }).default(30),
  BACKUP_PASSPHRASE: text(12, 1024, {
    group: GROUP,
    about: "What backups are encrypted with (docs/operations/backup.md). Keep it elsewhere too: " +
      "without it a backup is worth nothing.",
    fallback: "none: `deno task backup` asks for it",
    secret: true,
  }).optional(),
  PG_DUMP: text(1, 1024, {
    group: GROUP,
    about: "The program that `deno task backup --pg-dump` runs, of the server's version or newer.",
  }).default("pg_dump"),
};

type Values = z.infer<z.ZodObject<typeof STORAGE_SETTINGS>>;

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

/** Where files are kept. */
export interface StorageConfig {
  /** Where new ones are. */
  readonly place: "postgres" | "file" | "s3";
  /** Undefined: there is no bucket. */
  readonly s3: S3Config | undefined;
}

/**
 * Where files are kept.
 *
 * @throws {ConfigError} When a bucket is named, or meant, and a part of its settings is missing.
 */
export function storageOf(values: Values): StorageConfig {
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
