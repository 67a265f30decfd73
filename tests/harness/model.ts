/** A question as a model got it. */
export interface Asked {
  readonly authorization: string | null;
  readonly model: string;
  readonly instructions: string;
  /** What was sent beside the instructions, as it arrived. */
  readonly text: string;
  /** The same, read. */
  // deno-lint-ignore no-explicit-any -- what is asked differs by question
  readonly data: any;
}

/** A language model that speaks OpenAI's protocol, as well or as badly as the test wants. */
export interface StubModel extends AsyncDisposable {
  /** The settings with which the product asks this one. */
  readonly settings: Readonly<Record<string, string>>;
  readonly asked: Asked[];
  /** What is answered from now on: a value to be sent as JSON, a text as it is, or all of it. */
  answer: (asked: Asked) => unknown;
  /** What each answer is said to have used. */
  tokens: number;
}

/** Starts a model that answers nothing useful until it is told what. */
export function startModel(): StubModel {
  const asked: Asked[] = [];
  const stopping = new AbortController();
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    signal: stopping.signal,
    onListen() {},
  }, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== "/v1/chat/completions") return new Response(null, { status: 404 });
    const one = readQuestion(request.headers.get("authorization"), await request.json());
    asked.push(one);
    const content = await model.answer(one);
    return content instanceof Response ? content : completion(content, model.tokens);
  });
  const { port } = server.addr;
  const model: StubModel = {
    settings: {
      LLM_PROVIDER: "openai-compatible",
      LLM_URL: `http://127.0.0.1:${port}/v1`,
      LLM_API_KEY: "key-of-the-stub",
      LLM_MODEL: "stub-1",
    },
    asked,
    answer: () => ({}),
    tokens: 120,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await server.finished;
    },
  };
  return model;
}

/** Answers when the one who asks has hung up. */
export function hang(): Promise<never> {
  return new Promise(() => {});
}

// deno-lint-ignore no-explicit-any -- a body of the protocol
function readQuestion(authorization: string | null, body: any): Asked {
  const [system, user] = body.messages;
  const text = typeof user.content === "string" ? user.content : user.content[0].text;
  return {
    authorization,
    model: body.model,
    instructions: system.content,
    text,
    data: JSON.parse(text),
  };
}

function completion(content: unknown, tokens: number): Response {
  return Response.json({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "stub-1",
    choices: [{
      index: 0,
      finish_reason: "stop",
      message: {
        role: "assistant",
        content: typeof content === "string" ? content : JSON.stringify(content),
      },
    }],
    usage: { prompt_tokens: tokens - 20, completion_tokens: 20, total_tokens: tokens },
  });
}
