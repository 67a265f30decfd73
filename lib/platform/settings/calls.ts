import type { z } from "zod";
import { matching, whole } from "../setting_kinds.ts";

const GROUP = "Limits on calls of the API";

export const CALLS_SETTINGS = {
  DEFAULT_RATE_LIMIT_LIMIT: whole(1, 1000000, {
    group: GROUP,
    about: "Calls within any period, where a tier has no limit for an operation.",
  }).default(600),
  DEFAULT_RATE_LIMIT_PERIOD: whole(1, 2678400, {
    group: GROUP,
    about: "That period, in seconds.",
  }).default(60),
  TIER_NAME: matching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, "letters, digits, `-` and `_`", {
    group: GROUP,
    about: "The first tier: made at the first start, and by `deno task create_tier`.",
  }).default("free"),
};

type Values = z.infer<z.ZodObject<typeof CALLS_SETTINGS>>;

export interface CallsConfig {
  /** What holds where a tier has no limit. */
  readonly rateLimit: { readonly limit: number; readonly periodSeconds: number };
  /** The tier that is made at the first start. */
  readonly tierName: string;
}

export function callsOf(values: Values): CallsConfig {
  return {
    rateLimit: {
      limit: values.DEFAULT_RATE_LIMIT_LIMIT,
      periodSeconds: values.DEFAULT_RATE_LIMIT_PERIOD,
    },
    tierName: values.TIER_NAME,
  };
}
