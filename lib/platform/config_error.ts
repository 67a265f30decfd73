/** A setting that can't be used; the message names variable, value and what is allowed. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
