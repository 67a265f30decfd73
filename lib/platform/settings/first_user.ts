import type { z } from "zod";
import { matching, text } from "../setting_kinds.ts";

const GROUP = "First superuser";

export const FIRST_USER_SETTINGS = {
  ADMIN_NAME: text(2, 30, { group: GROUP, about: "The name shown in the product." })
    .default("Admin"),
  ADMIN_USERNAME: matching(/^[a-z0-9]{2,20}$/, "2 to 20 lower-case letters and digits", {
    group: GROUP,
    about: "The name to sign in with.",
  }).default("admin"),
  ADMIN_EMAIL: matching(/^[^@\s]{1,64}@[^@\s]{1,189}$/, "an e-mail address", {
    group: GROUP,
    about: "May be used to sign in as well.",
  }).default("admin@example.com"),
  ADMIN_PASSWORD: text(10, 128, {
    group: GROUP,
    about: "The password of the first superuser; read once, when that user is created.",
    fallback: "made and printed once by `deno task start`",
    secret: true,
  }).optional(),
};

type Values = z.infer<z.ZodObject<typeof FIRST_USER_SETTINGS>>;

/** Who the first superuser is to be. */
export interface AdminConfig {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string | undefined;
}

export function adminOf(values: Values): AdminConfig {
  return {
    name: values.ADMIN_NAME,
    username: values.ADMIN_USERNAME,
    email: values.ADMIN_EMAIL,
    password: values.ADMIN_PASSWORD,
  };
}
