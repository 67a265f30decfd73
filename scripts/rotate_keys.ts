import { resolve } from "node:path";
import { newSecret } from "../lib/accounts/secrets.ts";
import { readSettings } from "../lib/platform/config.ts";
import type { Environment } from "../lib/platform/config_schema.ts";
import type { Ed25519Key } from "../lib/platform/setting_kinds.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { keepSecrets, readSecrets } from "./local/data_folder.ts";
import { withSettings } from "./local/env_edit.ts";
import { SetupProblem } from "./local/problem.ts";
import { pathExists } from "./local/processes.ts";

const HELP =
  `Makes a new key for access tokens. The one that signs now becomes an earlier one, whose
tokens are taken until they expire. Takes effect when the product is started again.

  deno task keys:rotate [--keep N] [--print]

  --keep N   how many earlier keys stay (default: 2). 0 forgets all at once, as after a leak:
             access tokens are refused, and their programs refresh or sign in again
  --print    changes nothing and prints the settings, for secrets that are kept elsewhere

ALGORITHM says what is made: a SECRET_KEY (HS256) or a key of SIGNING_KEYS (EdDSA). It is written to
where it came from: the file .env, or DATA_DIR in local.`;

const ENV_FILE = ".env";
const MOST_KEPT = 19;

interface Options {
  readonly keep: number;
  readonly isPrinted: boolean;
}

/** How many earlier keys are to stay. */
function keptCount(given = "2"): number {
  if (/^\d{1,2}$/.test(given) && Number(given) <= MOST_KEPT) return Number(given);
  throw new BadUse(`--keep is "${given}": it must be 0 to ${MOST_KEPT}`);
}

async function rotate(options: Options): Promise<void> {
  const { values } = readSettings(readEnv());
  console.log(await (values.ALGORITHM === "EdDSA" ? rotatePair : rotateSecret)(values, options));
}

async function rotateSecret(values: Environment, { keep, isPrinted }: Options): Promise<string> {
  const isInFolder = values.SECRET_KEY === undefined && values.ENVIRONMENT === "local";
  const dataDir = resolve(values.DATA_DIR);
  const known = isInFolder
    ? await readSecrets(dataDir)
    : [values.SECRET_KEY, ...values.SECRET_KEY_PREVIOUS ?? []];
  const previous = known.filter((secret) => secret !== undefined).slice(0, keep);
  if (previous.some((secret) => secret.includes(","))) {
    throw new SetupProblem(
      "SECRET_KEY holds a comma, which stands between earlier secrets: rotate with --keep 0",
    );
  }
  const secret = newSecret();
  if (isInFolder && !isPrinted) {
    await keepSecrets(dataDir, [secret, ...previous]);
    return told(`in ${dataDir}`, previous.length);
  }
  const settings = { SECRET_KEY: secret, SECRET_KEY_PREVIOUS: previous.join(",") };
  return await put(settings, isPrinted, previous.length);
}

async function rotatePair(values: Environment, { keep, isPrinted }: Options): Promise<string> {
  const previous = (values.SIGNING_KEYS ?? []).slice(0, keep).map(publicPart);
  const keys = [await newPair(), ...previous];
  return await put({ SIGNING_KEYS: JSON.stringify({ keys }) }, isPrinted, previous.length);
}

/** What verifies the tokens of an earlier key; what signed them is forgotten. */
function publicPart({ d: _private, ...open }: Ed25519Key): Ed25519Key {
  return open;
}

async function newPair(): Promise<Ed25519Key> {
  const { privateKey } = await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ]) as CryptoKeyPair;
  const { x = "", d = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return { kty: "OKP", crv: "Ed25519", kid: crypto.randomUUID().slice(0, 8), x, d };
}

/** Prints settings, or writes them to `.env`. */
async function put(
  settings: Readonly<Record<string, string>>,
  isPrinted: boolean,
  count: number,
): Promise<string> {
  if (isPrinted) return withSettings("", settings).trimEnd();
  const set = Object.keys(settings).find((name) => Deno.env.get(name));
  if (set) {
    throw new SetupProblem(
      `${set} is set by the environment, which wins over .env: run this with --print, and put ` +
        "what it prints where you keep it",
    );
  }
  const text = await pathExists(ENV_FILE) ? await Deno.readTextFile(ENV_FILE) : "";
  const edited = withSettings(text, settings);
  await Deno.writeTextFile(`${ENV_FILE}.new`, edited, { mode: 0o600 });
  await Deno.rename(`${ENV_FILE}.new`, ENV_FILE);
  return told("in .env", count);
}

function told(where: string, count: number): string {
  const earlier = count === 1 ? "1 earlier key is" : `${count} earlier keys are`;
  return `Made a new key ${where}; ${earlier} still taken. Start the product again to use it`;
}

const COMMAND = {
  help: HELP,
  options: { keep: { type: "string" }, print: { type: "boolean" } },
} as const;

if (import.meta.main) {
  Deno.exit(
    await runCommand(
      COMMAND,
      ({ keep, print = false }) => rotate({ keep: keptCount(keep), isPrinted: print }),
    ),
  );
}
