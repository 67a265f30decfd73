import type { SendOptions, Sent } from "./exchange.ts";

/** To send a body. */
export interface PostOrder {
  readonly order: "post";
  readonly id: number;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
  readonly timeoutMs: SendOptions["timeoutMs"];
  readonly ca: SendOptions["ca"];
}

/** What a sender is told, a JSON object a line; to stop is to give one up. */
export type SenderOrder = PostOrder | { readonly order: "stop"; readonly id: number };

/** What it answers, in the order in which answers come. */
export interface SenderAnswer {
  readonly id: number;
  readonly sent: Sent;
}

/** The lines of a stream; what stands after the last line end is none. */
export async function* wholeLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
