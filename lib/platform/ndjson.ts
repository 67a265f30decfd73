import { keepScope } from "./workspace_scope.ts";

/**
 * Answers with one JSON object a line, each made when the client is ready to take it. Should the
 * rows end with an error, so does the connection, and the client sees that it has not got all.
 */
export function ndjson<T>(rows: AsyncIterable<T>, toLine: (row: T) => unknown): Response {
  const body = ReadableStream.from(lines(keepScope(rows), toLine)).pipeThrough(
    new TextEncoderStream(),
  );
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "private, no-store" },
  });
}

async function* lines<T>(rows: AsyncIterable<T>, toLine: (row: T) => unknown) {
  for await (const row of rows) yield `${JSON.stringify(toLine(row))}\n`;
}
