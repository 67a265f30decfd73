import { isIPv6 } from "node:net";
import { z } from "zod";
import { isAddressRange } from "./network.ts";

/** What `.env.example` and docs/configuration.md say about one setting. */
export interface SettingMeta {
  /** The heading that it stands under. */
  readonly group: string;
  /** One or two sentences for the person who runs the product. */
  readonly about: string;
  /** What a value must be; also the end of the error message. */
  readonly allowed: string;
  /** The default in words, where it is not a plain value. */
  readonly fallback?: string;
  /** Never shown in a message or a log. */
  readonly secret?: boolean;
}

/** What a setting says of itself, but for what its kind says. */
type Told = Pick<SettingMeta, "group" | "about" | "fallback" | "secret">;

const URL_SAFE_PORTS = { min: 0, max: 65535 };

/** A whole number. */
export function whole(min: number, max: number, told: Told) {
  const allowed = `a whole number from ${min} to ${max}`;
  return z.string({ error: allowed }).trim().regex(/^\d{1,15}$/, allowed).transform(Number)
    .pipe(z.number().min(min, allowed).max(max, allowed)).meta({ ...told, allowed });
}

/** One of these words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T, told: Told) {
  const allowed = values.length === 2
    ? `${values[0]} or ${values[1]}`
    : `one of ${values.join(", ")}`;
  return z.enum(values, { error: allowed }).meta({ ...told, allowed });
}

/** `true` or `false`. */
export function flag(told: Told) {
  const allowed = "true or false";
  return z.enum(["true", "false"], { error: allowed }).transform((value) => value === "true")
    .meta({ ...told, allowed });
}

/** A text of so many characters. */
export function text(min: number, max: number, told: Told) {
  const allowed = min > 1 ? `${min} to ${max} characters` : `at most ${max} characters`;
  return z.string({ error: allowed }).min(min, allowed).max(max, allowed).meta({
    ...told,
    allowed,
  });
}

/** A text of this form; `allowed` says it in words. */
export function matching(pattern: RegExp, allowed: string, told: Told) {
  return z.string({ error: allowed }).regex(pattern, allowed).meta({ ...told, allowed });
}

/** The URL of a service. It may hold a password, so it is never shown. */
export function address(protocols: readonly string[], told: Told) {
  const allowed = `a URL that starts with ${protocols.map((name) => `${name}//`).join(" or ")}`;
  const isAllowed = (value: string) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol);
  return z.string({ error: allowed }).refine(isAllowed, allowed).meta({
    ...told,
    allowed,
    secret: true,
  });
}

/** Scheme, host and port of a site. */
export function origin(told: Told) {
  const allowed = "an address such as https://talent.company.com, without a path";
  const isAllowed = (value: string) =>
    URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) &&
    value.replace(/\/$/, "") === new URL(value).origin;
  return z.string({ error: allowed }).refine(isAllowed, allowed).meta({ ...told, allowed });
}

/** Several secrets with commas between. */
export function secrets(told: Told) {
  const allowed = "secrets of 32 to 1024 characters with commas between";
  return z.string({ error: allowed }).transform((value) => value.split(","))
    .pipe(z.array(z.string().min(32, allowed).max(1024, allowed))).meta({ ...told, allowed });
}

/** An Ed25519 key (RFC 8037); `d` is its private part. */
const Ed25519Key = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  kid: z.string().min(1).max(100),
  x: z.base64url().length(43),
  d: z.base64url().length(43).optional(),
});
export type Ed25519Key = z.infer<typeof Ed25519Key>;

/** Keys that sign, as a JWK set (RFC 7517); the first one signs. */
export function jwkSet(told: Told) {
  const allowed = "a JWK set of Ed25519 keys in JSON, each with a kid of its own, the first with d";
  const KeySet = z.object({ keys: z.array(Ed25519Key).min(1).max(20) });
  return z.string({ error: allowed }).transform((value, context) => {
    const keys = KeySet.safeParse(parsedJson(value)).data?.keys;
    const isUsable = keys?.[0]?.d !== undefined &&
      new Set(keys.map(({ kid }) => kid)).size === keys.length;
    if (isUsable) return keys;
    context.addIssue({ code: "custom", message: allowed });
    return z.NEVER;
  }).meta({ ...told, allowed });
}

function parsedJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The name or address of a host. */
export function host(told: Told) {
  const allowed = "a host name or address";
  const isAllowed = (value: string) => /^[A-Za-z0-9._-]{1,255}$/.test(value) || isIPv6(value);
  return z.string({ error: allowed }).refine(isAllowed, allowed).meta({ ...told, allowed });
}

/** Addresses or networks with commas between. */
export function addresses(told: Told) {
  const allowed = "IP addresses or networks (10.0.0.0/8) with commas between";
  return z.string({ error: allowed }).max(4096, allowed)
    .transform((value) => value.split(",").map((one) => one.trim()).filter((one) => one !== ""))
    .refine((ranges) => ranges.every(isAddressRange), allowed).meta({ ...told, allowed });
}

/** Several host names or addresses with commas between, as they stand in a URL. */
export function hosts(told: Told) {
  const allowed = "host names without port, with commas between";
  const isHost = (value: string) =>
    URL.canParse(`http://${value}`) && new URL(`http://${value}`).hostname === value;
  return z.string({ error: allowed }).max(4096, allowed)
    .transform((value) => value.split(",").map((one) => one.trim()).filter((one) => one !== ""))
    .refine((values) => values.every(isHost), allowed).meta({ ...told, allowed });
}

/** Several origins with commas between. */
export function origins(told: Told) {
  const allowed = "origins such as https://app.example.com, with commas between";
  const isOrigin = (value: string) =>
    /^https?:[^*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value;
  return z.string({ error: allowed }).max(4096, allowed)
    .transform((value) => value.split(",").map((one) => one.trim()).filter((one) => one !== ""))
    .refine((values) => values.every(isOrigin), allowed).meta({ ...told, allowed });
}

/** The number of a port; 0 takes a free one. */
export const port = (told: Told) => whole(URL_SAFE_PORTS.min, URL_SAFE_PORTS.max, told);
