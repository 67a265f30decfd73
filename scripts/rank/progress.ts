/** From this many files on, progress is worth a line even where nobody may be watching. */
const MANY = 50;

/** Says how far something has come. */
type Say = (done: number, total: number) => string;

/** Shows on standard error how far something has come. */
export class Progress {
  readonly #total: number;
  readonly #words: Say;
  readonly #isTerminal = Deno.stderr.isTerminal();
  #shownTenth = 0;

  constructor(total: number, words: Say = (done, of) => `Read ${done} of ${of} files`) {
    this.#total = total;
    this.#words = words;
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
    const percent = Math.floor((done * 100) / this.#total);
    return `${this.#words(done, this.#total)} (${percent} %)`;
  }

  #write(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}
