import { parseEnv } from "node:util";
import { SetupProblem } from "./problem.ts";

/**
 * The text of a `.env` file with other values for some settings: in the place of their lines, else
 * at the end. All other lines stay as they are.
 *
 * @throws {SetupProblem} If a setting would not be read back as it is, or another one would change.
 */
export function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  const edited = Object.entries(settings).reduce(
    (given, [name, value]) => withSetting(given, name, value),
    text,
  );
  const wanted = { ...parseEnv(text), ...settings };
  const found = parseEnv(edited);
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    if (found[name] === wanted[name]) continue;
    throw new SetupProblem(
      `Cannot write ${Object.keys(settings).join(" and ")} to .env without harm to ${name}: ` +
        "put each setting of that file on one line, or run this with --print",
    );
  }
  return edited;
}

function withSetting(text: string, name: string, value: string): string {
  const line = `${name}=${/^[\w,./+=-]*$/.test(value) ? value : `'${value}'`}`;
  // A value in quotes may go over several lines.
  const old = `[ \\t]*(?:'[^']*'|"[^"]*"|)[^\\n]*`;
  const pattern = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=${old}$`, "m");
  // A function, because `$` in a value means nothing here.
  if (pattern.test(text)) return text.replace(pattern, () => line);
  const isOpen = text !== "" && !text.endsWith("\n");
  return `${text}${isOpen ? "\n" : ""}${line}\n`;
}
