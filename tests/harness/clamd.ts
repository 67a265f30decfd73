import type { VirusScanConfig } from "../../lib/platform/settings/virus_scan.ts";

/** A daemon that speaks ClamAV's INSTREAM and knows one signature. */
export interface TestClamd extends AsyncDisposable {
  readonly config: VirusScanConfig;
  /** How many files it was given. */
  readonly scans: number;
  /** How it is: well, silent after it was asked, or short of room for a file. */
  mood: "well" | "silent" | "full";
  /** Stops listening; the next `start()` listens at the same port. */
  stop(): void;
  start(): void;
}

/** The test string of EICAR, put together here so that no scanner trips over this file. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"]
  .join("");

/** Starts one on a free port. */
export function startClamd(): TestClamd {
  const state = { mood: "well" as TestClamd["mood"], scans: 0 };
  let listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const serve = async () => {
    for await (const connection of listener) {
      answer(connection, state).catch(() => connection.close());
    }
  };
  void serve();
  return {
    config: { url: `tcp://127.0.0.1:${port}`, timeoutMs: 2000 },
    get scans() {
      return state.scans;
    },
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    stop: () => listener.close(),
    start() {
      listener = Deno.listen({ hostname: "127.0.0.1", port });
      void serve();
    },
    [Symbol.asyncDispose]() {
      try {
        listener.close();
      } catch { /* was stopped */ }
      return Promise.resolve();
    },
  };
}

async function answer(
  connection: Deno.Conn,
  state: { mood: TestClamd["mood"]; scans: number },
): Promise<void> {
  const read = reader(connection);
  const command = new TextDecoder().decode(await read("zINSTREAM\0".length));
  const say = async (text: string) => {
    await connection.write(new TextEncoder().encode(`${text}\0`));
    connection.close();
  };
  if (command !== "zINSTREAM\0") return await say("UNKNOWN COMMAND");
  let text = "";
  for (;;) {
    const count = new DataView((await read(4)).buffer).getUint32(0);
    if (count === 0) break;
    text += new TextDecoder("latin1").decode(await read(count));
    if (state.mood === "full") return await say("INSTREAM size limit exceeded. ERROR");
  }
  state.scans += 1;
  if (state.mood === "silent") return;
  await say(text.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
}

function reader(connection: Deno.Conn): (count: number) => Promise<Uint8Array<ArrayBuffer>> {
  return async (count) => {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count;) {
      const more = await connection.read(bytes.subarray(at));
      if (more === null) throw new RangeError("The client went");
      at += more;
    }
    return bytes;
  };
}
