import { joined } from "./joined.ts";
import { BrokenArchive } from "./tar.ts";

/** Where the rows of a dump go. */
export interface RowSink {
  begin(table: string, columns: readonly string[]): Promise<void>;
  /** Lines as by `COPY … TO STDOUT`. */
  rows(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

const COPY = /^COPY public\.(\S+) \((.+)\) FROM stdin;$/;
const NEW_LINE = 10;
const [BACKSLASH, DOT] = [92, 46];

/**
 * Finds the rows in what `pg_dump --format=plain` writes: each table's stand behind a line
 * `COPY public.table (columns) FROM stdin;`, up to a line `\.`. What else it writes is the schema,
 * which the migrations make.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html (text format)
 */
export class DumpedRows {
  #rest = new Uint8Array();
  #isInRows = false;

  constructor(private readonly sink: RowSink) {}

  /** Takes the next bytes, cut anywhere. */
  async take(bytes: Uint8Array): Promise<void> {
    const all = joined([this.#rest, bytes], this.#rest.length + bytes.length);
    let at = 0;
    let rowsFrom = 0;
    for (let end = all.indexOf(NEW_LINE); end >= 0; end = all.indexOf(NEW_LINE, at)) {
      if (this.#isInRows && isEnd(all, at, end)) {
        if (at > rowsFrom) await this.sink.rows(all.subarray(rowsFrom, at));
        await this.sink.end();
        this.#isInRows = false;
      } else if (!this.#isInRows) {
        await this.#begin(new TextDecoder().decode(all.subarray(at, end)));
        rowsFrom = end + 1;
      }
      at = end + 1;
    }
    if (this.#isInRows && at > rowsFrom) await this.sink.rows(all.subarray(rowsFrom, at));
    this.#rest = all.slice(at);
  }

  /** @throws {BrokenArchive} If it ends within the rows of a table. */
  end(): void {
    if (this.#isInRows) throw new BrokenArchive("The dump is cut short");
  }

  async #begin(line: string): Promise<void> {
    const [, table, columns] = COPY.exec(line) ?? [];
    if (table === undefined || columns === undefined) return;
    await this.sink.begin(unquoted(table), columns.split(", ").map(unquoted));
    this.#isInRows = true;
  }
}

function isEnd(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && bytes[from] === BACKSLASH && bytes[from + 1] === DOT;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
