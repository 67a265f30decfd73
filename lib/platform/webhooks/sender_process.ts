/**
 * A process that sends webhooks: what to send comes by standard input, what came of it goes out by
 * standard output. It ends by itself when the one who asks is gone.
 */
import { postHere } from "./exchange.ts";
import { type PostOrder, type SenderAnswer, type SenderOrder, wholeLines } from "./sender_lines.ts";

const sending = new Map<number, AbortController>();

async function post({ id, target, headers, body, ...options }: PostOrder) {
  const controller = new AbortController();
  sending.set(id, controller);
  const sent = await postHere(target, headers, body, { ...options, signal: controller.signal });
  sending.delete(id);
  answer({ id, sent });
}

function answer(told: SenderAnswer): void {
  let rest = new TextEncoder().encode(`${JSON.stringify(told)}\n`);
  while (rest.length > 0) rest = rest.subarray(Deno.stdout.writeSync(rest));
}

// Ctrl-C goes to the whole group of processes; the one who asks decides when sending stops.
if (Deno.build.os !== "windows") {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    Deno.addSignalListener(signal, () => {});
  }
}

for await (const line of wholeLines(Deno.stdin.readable)) {
  const told = JSON.parse(line) as SenderOrder;
  if (told.order === "post") void post(told);
  else sending.get(told.id)?.abort();
}
Deno.exit(0);
