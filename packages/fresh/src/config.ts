/** What an app may set. */
export interface FreshConfig {
  /** A path in front of every route, such as "/tools". */
  basePath?: string;
  mode?: "development" | "production";
  /** Believe `X-Forwarded-Proto` and `X-Forwarded-Host` when `ctx.url` is made. Default: false. */
  trustProxy?: boolean;
}

/** The same with every default filled in. */
export interface ResolvedFreshConfig {
  /** The project's folder; "." until a build is attached. */
  root: string;
  basePath: string;
  mode: "development" | "production";
  trustProxy: boolean;
}

/**
 * Fills in the defaults.
 *
 * @throws {Error} If the base path is neither empty, "/", "./" nor an absolute path without a
 * slash at its end.
 */
export function resolveConfig(config: FreshConfig): ResolvedFreshConfig {
  const basePath = config.basePath ?? "";
  const isPlain = basePath === "" || basePath === "/" || basePath === "./";
  if (!isPlain && !/^(\/[\w.-]+)+$/.test(basePath)) {
    throw new Error(
      `Invalid basePath "${basePath}": it starts with "/", has no "/" at its end and ` +
        "holds letters, digits, dots, dashes and underscores",
    );
  }
  return {
    root: ".",
    basePath,
    mode: config.mode ?? "production",
    trustProxy: config.trustProxy ?? false,
  };
}
