import { inSpan, SpanKind, untraced } from "../telemetry/tracing.ts";
import { postHere, type SendOptions, type Sent } from "./exchange.ts";
import { Sender } from "./sender.ts";

let senders: { readonly anywhere: Sender; readonly publicly: Sender } | undefined;

/**
 * Posts a body and reads the beginning of the answer, by a process of its own that reaches the
 * public internet (with `allowPrivate`, all of it) and may do nothing else. Where no process may be
 * started, as on Deno Deploy, or with a resolver of its own, this process does it. Never throws.
 */
export function postTo(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: SendOptions,
): Promise<Sent> {
  const post = () => {
    if (options.resolve || !mayStart()) return postHere(target, headers, body, options);
    senders ??= { anywhere: new Sender(true), publicly: new Sender(false) };
    const sender = options.allowPrivate ? senders.anywhere : senders.publicly;
    return sender.post({ target, headers, body }, options);
  };
  // Its URL may hold a secret of the receiver's.
  return inSpan("post webhook", { kind: SpanKind.CLIENT }, () => untraced(post));
}

function mayStart(): boolean {
  const { state } = Deno.permissions.querySync({ name: "run", command: Deno.execPath() });
  return state === "granted";
}
