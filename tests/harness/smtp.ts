import { SMTPServer } from "smtp-server";

/** A mail that the server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly source: string;
}

/** A mail server on this machine. */
export interface TestSmtp extends AsyncDisposable {
  readonly port: number;
  readonly taken: readonly TakenMail[];
}

/**
 * Starts a mail server.
 *
 * @param answer The code that it answers to a recipient with; 250 takes the mail.
 * @param port 0 takes a free one.
 */
export async function startSmtp(
  answer: (recipient: string) => number = () => 250,
  port = 0,
): Promise<TestSmtp> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const responseCode = answer(address);
      if (responseCode === 250) return done();
      done(Object.assign(new Error(`No mail for ${address}`), { responseCode }));
    },
    onData(stream, session, done) {
      let source = "";
      stream.on("data", (chunk: Uint8Array) => source += new TextDecoder().decode(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        taken.push({ from: mailFrom ? mailFrom.address : "", to, source });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as { port: number };
  return {
    port: address.port,
    taken,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
