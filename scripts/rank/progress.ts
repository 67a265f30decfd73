/** From this many files on, progress is worth a line even where nobody may be watching. */
const MANY = 50;

/** Shows on standard error how far reading has come. */
export class Progress {
  readonly #total: number;
  readonly #isTerminal = Deno.stderr.isTerminal();
  #shownTenth = 0;

  constructor(total: number) {
    this.#total = total;
  }

  show(done: number): void {
    if (this.#isTerminal) this.#write(`\r${this.#say(done)}\x1b[K`);
    else if (this.#total > MANY) this.#showTenths(done);
  }

  /** Wipes the line off a terminal. */
  clear(): void {
    if (this.#isTerminal) this.#write("\r\x1b[K");
  }

  #showTenths(done: number): void {
    const tenth = Math.floor((done * 10) / this.#total);
    if (tenth === this.#shownTenth) return;
    this.#shownTenth = tenth;
    this.#write(`${this.#say(done)}\n`);
  }

  #say(done: number): string {
    return `Read ${done} of ${this.#total} files (${Math.floor((done * 100) / this.#total)} %)`;
  }

  #write(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}
