import type { z } from "zod";
import type { LanguageModelConfig } from "./settings/language_model.ts";
import { untraced } from "./telemetry/tracing.ts";

/** Why no answer came that can be used; part of the API. */
export type ModelFault = "unreachable" | "late" | "busy" | "refused" | "nonsense";

/** A question that a language model did not answer as it should. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";

  constructor(
    readonly fault: ModelFault,
    message: string,
    /** What it used all the same; undefined where nobody knows. */
    readonly usedTokens: number | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether another try would end the same. */
  get isFinal(): boolean {
    return this.fault === "refused";
  }
}

/** What a model is asked. */
export interface ModelQuestion<T> {
  /** What to do; ours alone. */
  readonly instructions: string;
  /** What to do it with, sent as JSON, so that no text in it can end its own quotation. */
  readonly data: unknown;
  /** What an answer looks like; others are refused. */
  readonly answer: z.ZodType<T>;
  readonly maxAnswerTokens: number;
}

/** What it answered. */
export interface ModelAnswer<T> {
  readonly value: T;
  /** Asked and answered; undefined where the model does not say. */
  readonly usedTokens: number | undefined;
}

const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * Asks a model that speaks OpenAI's protocol, once: whoever asks tries again. Redirects are not
 * followed, and an answer of more than 1 MiB is none.
 *
 * @throws {ModelFailure} If no answer comes that fits.
 */
export async function askModel<T>(
  config: LanguageModelConfig,
  { instructions, data, answer, maxAnswerTokens }: ModelQuestion<T>,
  signal: AbortSignal,
): Promise<ModelAnswer<T>> {
  // Who never asks does not load them.
  const [sdk, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const late = AbortSignal.timeout(config.timeoutMs);
  const provider = createOpenAICompatible({
    name: "operator",
    baseURL: config.url,
    supportsStructuredOutputs: true,
    fetch: fetchBounded,
    ...(config.apiKey ? { apiKey: config.apiKey } : {}),
  });
  try {
    const { output, usage } = await sdk.generateText({
      model: provider(config.model),
      instructions,
      prompt: JSON.stringify(data),
      output: sdk.Output.object({ schema: answer }),
      temperature: 0,
      maxOutputTokens: maxAnswerTokens,
      maxRetries: 0,
      abortSignal: AbortSignal.any([late, signal]),
    });
    return { value: output, usedTokens: usage.totalTokens };
  } catch (error) {
    signal.throwIfAborted();
    throw toFailure(sdk, error, late.aborted);
  }
}

/** The messages tell nothing of what was asked or answered: they are logged. */
function toFailure(
  { APICallError, NoObjectGeneratedError }: typeof import("ai"),
  error: unknown,
  isLate: boolean,
): ModelFailure {
  if (isLate) return new ModelFailure("late", "The model did not answer in time", undefined);
  if (NoObjectGeneratedError.isInstance(error)) {
    const used = error.usage?.totalTokens;
    return new ModelFailure("nonsense", "The model's answer does not have the form asked", used);
  }
  if (APICallError.isInstance(error)) {
    const status = error.statusCode;
    if (status === 429 || (status !== undefined && status >= 500)) {
      return new ModelFailure("busy", `The model's server answered ${status}`, 0);
    }
    if (status !== undefined && status >= 300) {
      return new ModelFailure("refused", `The model's server answered ${status}`, 0);
    }
    if (status !== undefined) {
      return new ModelFailure("nonsense", "The model's server did not answer as agreed", undefined);
    }
  }
  if (error instanceof TooMuch) return new ModelFailure("nonsense", error.message, undefined);
  return new ModelFailure("unreachable", "The model's server cannot be reached", 0);
}

class TooMuch extends Error {}

async function fetchBounded(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await untraced(() => fetch(input, { ...init, redirect: "manual" }));
  const { status, headers } = response;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new TooMuch("The model's answer is too long");
    chunks.push(chunk);
  }
  const body = new Blob(chunks as BlobPart[]);
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}
