import type { Env } from "./config.ts";
import { ConfigError } from "./config_error.ts";

/** What a setting's name ends with where its value stands in a file, as secrets of containers do. */
export const FILE_ENDING = "_FILE";

/** No setting is longer; what is larger is another file. */
const MAX_BYTES = 64 * 1024;

/**
 * The value of a setting: its own, or what stands in the file that `NAME_FILE` names, without the
 * line end that editors leave behind. A value of its own wins; an empty one counts as none.
 *
 * @throws {ConfigError} When the file can't be read or is larger than any setting.
 */
export function settingValue(env: Env, name: string): string | undefined {
  if (env[name]) return env[name];
  const path = env[`${name}${FILE_ENDING}`];
  return path ? readSetting(name, path) || undefined : undefined;
}

function readSetting(name: string, path: string): string {
  const where = `${name}${FILE_ENDING} is ${JSON.stringify(path)}`;
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(path);
  } catch (cause) {
    throw new ConfigError(`${where}: it must be a file that can be read`, { cause });
  }
  if (bytes.length > MAX_BYTES) {
    throw new ConfigError(`${where}: it must be a file of at most ${MAX_BYTES} bytes`);
  }
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, "");
}
