import type { z } from "zod";
import { ConfigError } from "../config_error.ts";
import { address, oneOf, text, whole } from "../setting_kinds.ts";

const GROUP = "Language model (docs/language-model.md)";
const PROTOCOLS = ["https:", "http:"];

export const LANGUAGE_MODEL_SETTINGS = {
  LLM_PROVIDER: oneOf(["none", "openai-compatible"], {
    group: GROUP,
    about: "Whether a language model may be asked for proposals and second opinions. It never " +
      "makes a score.",
  }).default("none"),
  LLM_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "Where its API begins, such as https://models.company.com/v1; calls go to " +
      "LLM_URL/chat/completions.",
    fallback: "none; required with a provider",
  }).optional(),
  LLM_API_KEY: text(1, 1024, {
    group: GROUP,
    about: "Sent as a bearer token.",
    fallback: "none is sent",
    secret: true,
  }).optional(),
  LLM_MODEL: text(1, 200, {
    group: GROUP,
    about: "The name of the model, as its API knows it.",
    fallback: "none; required with a provider",
  }).optional(),
  LLM_TIMEOUT_SECONDS: whole(1, 600, {
    group: GROUP,
    about: "How long one answer is waited for.",
  }).default(60),
  LLM_MONTHLY_TOKENS: whole(0, 1_000_000_000_000, {
    group: GROUP,
    about: "How many tokens, asked and answered, a workspace may use in a month of UTC.",
  }).default(1_000_000),
};

type Values = z.infer<z.ZodObject<typeof LANGUAGE_MODEL_SETTINGS>>;

/** A language model that speaks OpenAI's protocol; the operator's choice alone. */
export interface LanguageModelConfig {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly model: string;
  /** How long one answer is waited for. */
  readonly timeoutMs: number;
  /** What one workspace may use in a month of UTC. */
  readonly monthlyTokens: number;
}

/**
 * Undefined: none is asked for anything.
 *
 * @throws {ConfigError} When a part of its settings is missing.
 */
export function languageModelOf(values: Values): LanguageModelConfig | undefined {
  if (values.LLM_PROVIDER === "none") return undefined;
  const required = (name: "LLM_URL" | "LLM_MODEL"): string => {
    const value = values[name];
    if (value !== undefined) return value;
    throw new ConfigError(
      `${name} is not set: it is required when LLM_PROVIDER is ${values.LLM_PROVIDER}`,
    );
  };
  return {
    url: required("LLM_URL").replace(/\/+$/, ""),
    apiKey: values.LLM_API_KEY,
    model: required("LLM_MODEL"),
    timeoutMs: values.LLM_TIMEOUT_SECONDS * 1000,
    monthlyTokens: values.LLM_MONTHLY_TOKENS,
  };
}
