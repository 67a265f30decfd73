/** An event as it was sent; one without data only sets how long to wait. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
  /** For how many milliseconds to wait before a lost stream is asked for again. */
  readonly retry?: number;
}

/**
 * Reads server-sent events from their lines; comments, which keep the stream alive, are left out.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readEvents(lines: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  let id = "";
  let event = "message";
  let retry: number | undefined;
  let data: string[] = [];
  for await (const line of lines) {
    const text = line.replace(/\r$/, "");
    const [, name, value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(text) ?? [];
    if (text === "") {
      if (data.length > 0 || retry !== undefined) {
        yield { id, event, data: data.join("\n"), ...(retry === undefined ? {} : { retry }) };
      }
      event = "message";
      data = [];
      retry = undefined;
    } else if (name === "data") data.push(value);
    else if (name === "event") event = value;
    else if (name === "id") id = value;
    else if (name === "retry" && /^\d+$/.test(value)) retry = Number(value);
  }
}
