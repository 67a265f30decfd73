import type { RedisClient, RedisClients } from "./redis.ts";

const GROUP = "workers";
const FIELD = "id";

/** KEYS: the stream. ARGV: ids of tasks. */
const ADD = `for i = 1, #ARGV do redis.call('xadd', KEYS[1], '*', '${FIELD}', ARGV[i]) end`;

/** A hint in the stream that a task wants to be run. */
export interface StreamEntry {
  /** Of the entry, by which it is acknowledged. */
  readonly entryId: string;
  readonly taskId: string;
}

/** The Redis stream that wakes workers. All that it holds can be made anew from PostgreSQL. */
export class TaskStream {
  readonly #client: RedisClient;
  readonly #key: string;
  readonly #consumer: string;

  /** @param consumer The name of this process among the workers. */
  constructor(redis: RedisClients, consumer: string) {
    this.#client = redis.queue;
    this.#key = `${redis.prefix}tasks`;
    this.#consumer = consumer;
  }

  /** Makes stream and group; true when there was none, so that all it held is lost. */
  async ensureGroup(): Promise<boolean> {
    try {
      await this.#client.xGroupCreate(this.#key, GROUP, "0", { MKSTREAM: true });
      return true;
    } catch (error) {
      if ((error as Error).message.startsWith("BUSYGROUP")) return false;
      throw error;
    }
  }

  /** Adds a hint for each task, all with one command: each of its own costs more than its entry. */
  async add(taskIds: readonly string[]): Promise<void> {
    if (taskIds.length === 0) return;
    await this.#client.eval(ADD, { keys: [this.#key], arguments: [...taskIds] });
  }

  /** How many hints it holds, those being worked on included. */
  async size(): Promise<number> {
    return await this.#client.xLen(this.#key);
  }

  /**
   * Waits for new hints.
   *
   * @param client A connection that nothing else uses meanwhile.
   * @throws When the group is gone (NOGROUP) or Redis is away.
   */
  async read(client: RedisClient, count: number, blockMs: number): Promise<StreamEntry[]> {
    const answer = await client.xReadGroup(
      GROUP,
      this.#consumer,
      { key: this.#key, id: ">" },
      { COUNT: count, BLOCK: blockMs },
    ) as Answer;
    return (answer?.[0]?.messages ?? []).flatMap(toEntry);
  }

  /** Takes over hints that their consumer has left alone for `idleMs`. */
  async takeOver(count: number, idleMs: number): Promise<StreamEntry[]> {
    const { messages } = await this.#client.xAutoClaim(
      this.#key,
      GROUP,
      this.#consumer,
      idleMs,
      "0-0",
      { COUNT: count },
    );
    return (messages as (Message | null)[]).flatMap(toEntry);
  }

  /** Tells that these are still worked on. */
  async hold(entryIds: readonly string[]): Promise<void> {
    if (entryIds.length === 0) return;
    await this.#client.xClaimJustId(this.#key, GROUP, this.#consumer, 0, [...entryIds]);
  }

  /** Takes hints out for good. */
  async remove(entryIds: readonly string[]): Promise<void> {
    if (entryIds.length === 0) return;
    await Promise.all([
      this.#client.xAck(this.#key, GROUP, [...entryIds]),
      this.#client.xDel(this.#key, [...entryIds]),
    ]);
  }

  /** Forgets consumers that hold nothing and have been silent for `idleMs`. */
  async forgetConsumers(idleMs: number): Promise<void> {
    const consumers = await this.#client.xInfoConsumers(this.#key, GROUP);
    const gone = consumers.filter((one) => one.pending === 0 && one.idle > idleMs);
    await Promise.all(
      gone.map((one) => this.#client.xGroupDelConsumer(this.#key, GROUP, String(one.name))),
    );
  }
}

interface Message {
  readonly id: unknown;
  readonly message: Record<string, unknown>;
}

type Answer = readonly { readonly messages: readonly Message[] }[] | null;

function toEntry(message: Message | null): StreamEntry[] {
  const taskId = message?.message[FIELD];
  return message && taskId ? [{ entryId: String(message.id), taskId: String(taskId) }] : [];
}
