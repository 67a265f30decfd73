/** Something in a text that looks like a secret. */
export interface SecretFound {
  /** 1-based. */
  readonly line: number;
  readonly kind: string;
}

/** What only a secret looks like, by who gives it out. */
const KINDS: Readonly<Record<string, RegExp>> = {
  "a private key": /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  "an access key of AWS": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  "a token of GitHub": /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/,
  "a token of Slack": /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  "a key of a language model": /\bsk-[A-Za-z0-9_-]{32,}/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b/,
  "a value of SECRET_KEY": /^\s*(?:export )?SECRET_KEY(?:_PREVIOUS)?=["']?[A-Za-z0-9_+/=-]{32,}/,
};

/** Says in a line that what looks like a secret there is none. */
const ALLOWED = "not a secret";

/** Where a text holds what looks like a secret. */
export function findSecrets(text: string): SecretFound[] {
  return text.split("\n").flatMap((line, index) =>
    line.includes(ALLOWED) ? [] : Object.entries(KINDS).filter(([, pattern]) => pattern.test(line))
      .map(([kind]) => ({ line: index + 1, kind }))
  );
}
