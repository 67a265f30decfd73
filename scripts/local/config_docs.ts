import { settingMeta } from "../../lib/platform/config.ts";
import { Environment } from "../../lib/platform/config_schema.ts";
import { COMPOSE_SETTINGS } from "./compose_settings.ts";

interface Setting {
  readonly name: string;
  readonly group: string;
  readonly about: string;
  readonly allowed: string;
  /** The default as a value; undefined where it is none or told in words. */
  readonly value: string | undefined;
  readonly fallback: string;
}

const WIDTH = 96;

function settings(): Setting[] {
  const defaults: Record<string, unknown> = Environment.parse({});
  return Object.keys(Environment.shape).map((name) => {
    const { group, about, allowed, fallback } = settingMeta(name);
    const value = defaults[name] === undefined ? undefined : String(defaults[name]);
    return { name, group, about, allowed, value, fallback: fallback ?? value ?? "not set" };
  });
}

/** The text of `.env.example`: every setting, commented out at its default. */
export function envExample(): string {
  const lines = [
    "# Copy this file to .env and take the mark away before what you want to change. What the",
    "# environment sets wins over this file. See docs/configuration.md.",
  ];
  for (const [group, own] of Map.groupBy(settings(), (setting) => setting.group)) {
    lines.push("", `# ${group}`);
    for (const { name, about, allowed, value, fallback } of own) {
      const more = value === undefined ? ` Default: ${fallback}.` : "";
      lines.push("", ...wrapped(`${about} Allowed: ${allowed}.${more}`, "# "));
      lines.push(`#${name}=${value ?? ""}`);
    }
  }
  lines.push("", "# The containers around it (docs/deploy/docker.md)");
  for (const [name, { about, value }] of Object.entries(COMPOSE_SETTINGS)) {
    lines.push("", ...wrapped(about, "# "), `#${name}=${value}`);
  }
  return `${lines.join("\n")}\n`;
}

function wrapped(text: string, prefix: string): string[] {
  const lines: string[] = [];
  let line = prefix;
  for (const word of text.split(" ")) {
    if (line !== prefix && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = prefix;
    }
    line += line === prefix ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** The text of docs/configuration.md, before formatting. */
export function configurationDoc(): string {
  const parts = [
    "# Configuration",
    "",
    "Settings come from the environment, and from a file `.env` beneath it. They are read once, " +
    "when a process starts: a value that is not allowed ends the start with a message that names " +
    "the setting, the value and what is allowed. An empty value counts as not set.",
    "",
    "Any setting may stand in a file: `NAME_FILE` names it, as with the secrets of containers " +
    "(`SECRET_KEY_FILE=/run/secrets/secret_key`). A line end at its end does not count, and a " +
    "value of `NAME` itself wins.",
    "",
    "In `local`, what is not set is provided: PostgreSQL and Redis are started with their data in " +
    "`DATA_DIR`, a secret is made and kept there, and the first superuser gets a password that " +
    "`deno task start` prints once. In `staging` and `production` nothing is made up: the " +
    "addresses and `SECRET_KEY` are required.",
    "",
    "This page is written from the schema in `lib/platform/config_schema.ts` by " +
    "`deno task check --fix`, and so is `.env.example`.",
  ];
  for (const [group, own] of Map.groupBy(settings(), (setting) => setting.group)) {
    parts.push("", `## ${group}`, "", "| Setting | What it does | Allowed | Default |");
    parts.push("| --- | --- | --- | --- |");
    for (const { name, about, allowed, value, fallback } of own) {
      const shown = value === undefined || value === "" ? fallback : `\`${value}\``;
      parts.push(`| \`${name}\` | ${about} | ${allowed} | ${shown} |`);
    }
  }
  return `${parts.join("\n")}\n`;
}
