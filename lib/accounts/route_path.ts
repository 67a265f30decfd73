import { z } from "zod";

const RULE = "must be a path of the API, as /api/v1/jobs/{id}/resumes, or end in /*";

/** One segment: letters as they stand, or a parameter in braces. */
const PATTERN = /^\/api\/v1(?:\/(?:[a-z0-9_-]+|\{[a-z_]+\}))+$|^\/api\/v1(?:\/[a-z0-9_-]+)*\/\*$/;

/**
 * A path of operations, with its parameters in braces; with `/*` at its end, all below. The
 * leading slash may be missing.
 */
export const RoutePath = z.string(RULE).trim().max(254, RULE)
  .transform((path) => path.startsWith("/") ? path : `/${path}`)
  .refine((path) => PATTERN.test(path), RULE)
  .meta({ examples: ["/api/v1/jobs/{id}/resumes"] });

/** Whether a limit on `path` is one on the operation at `pattern`, however parameters are called. */
export function isPathOf(path: string, pattern: string): boolean {
  if (path.endsWith("/*")) return pattern.startsWith(path.slice(0, -1));
  return withoutNames(path) === withoutNames(pattern);
}

function withoutNames(path: string): string {
  return path.replaceAll(/\{\w+\}/g, "{}");
}
