import { Client } from "./client.ts";
import { Dice } from "./dice.ts";
import { makeFiles } from "./files.ts";
import { type Tally, tallyUp } from "./tally.ts";
import { type Part, startWorld, type World } from "./world.ts";

/** How long it goes on, and by which choices. */
export interface ChaosPlan {
  readonly rounds: number;
  readonly files: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** What came of it. */
export interface ChaosReport extends Tally {
  readonly files: number;
  /** Calls of the client in all, repetitions included. */
  readonly calls: number;
  /** Blows by what was hit: what was killed, and which clock was set wrong. */
  readonly blows: Readonly<Record<string, number>>;
  /** How often a process ended by itself, as one does that finds no database when it starts. */
  readonly endings: number;
  readonly seconds: number;
}

const FILES_PER_UPLOAD = 4;
const LONGEST_WAIT_MS = 1500;
const LONGEST_AWAY_MS = 800;

/** Who is hit, when, and for how long. */
interface Blow {
  readonly part: Part;
  readonly afterMs: number;
  readonly awayMs: number;
}

/**
 * Uploads résumés while parts of the product are killed with -9 at random moments, each started
 * again, and clocks jump and are set right; then counts what became of them. The seed decides whom and when, not what the machine does
 * meanwhile.
 */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const from = performance.now();
  const files = await makeFiles(plan.files);
  await using world = await startWorld();
  const dice = new Dice(plan.seed);
  const client = new Client(world.call);
  await client.post("/webhooks", 201, {
    body: JSON.stringify({
      url: world.receiver.url,
      events: ["resume.evaluated", "resume.failed", "job.created"],
    }),
    headers: { "content-type": "application/json" },
  });
  const jobId = await client.makeJob("Backend engineer");
  const hits: Record<string, number> = {};
  let deck: Part[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const share = (at: number) => Math.round(at * files.length / plan.rounds);
    const batch = files.slice(share(round), share(round + 1));
    // Each once before any is hit again, so that few rounds meet every kind of death.
    if (deck.length === 0) deck = dice.shuffled(world.parts);
    const blows = drawBlows(dice, deck.shift(), world);
    const names = blows.map(({ part }) => part.name);
    await Promise.all([
      strike(blows),
      uploadAll(client, jobId, batch),
      client.makeJob(`Round ${round + 1}`),
    ]);
    for (const name of names) hits[name] = (hits[name] ?? 0) + 1;
    plan.say(`round ${round + 1}: ${batch.length} files in, hit ${names.join(" and ")}`);
  }
  const tally = await tallyUp(world, client.accepted, files);
  return {
    ...tally,
    files: files.length,
    calls: client.accepted.calls,
    blows: hits,
    endings: world.endings(),
    seconds: Math.round((performance.now() - from) / 1000),
  };
}

/** One blow, and one time in four another one beside it; never two at one server. */
function drawBlows(dice: Dice, first: Part | undefined, { parts }: World): Blow[] {
  const kind = (part?: Part) => /clock|Redis|PostgreSQL/.exec(part?.name ?? "")?.[0] ?? part?.name;
  const others = parts.filter((part) => kind(part) !== kind(first));
  const hit = [first, dice.next() < 0.25 ? dice.oneOf(others) : undefined];
  return hit.filter((part) => part !== undefined).map((part) => ({
    part,
    afterMs: dice.next() * LONGEST_WAIT_MS,
    awayMs: dice.next() * LONGEST_AWAY_MS,
  }));
}

async function strike(blows: readonly Blow[]): Promise<void> {
  await Promise.all(blows.map(async ({ part, afterMs, awayMs }) => {
    await pause(afterMs);
    await part.hurt();
    await pause(awayMs);
    await part.mend();
  }));
}

async function uploadAll(client: Client, jobId: string, files: Parameters<Client["upload"]>[1]) {
  for (let at = 0; at < files.length; at += FILES_PER_UPLOAD) {
    await client.upload(jobId, files.slice(at, at + FILES_PER_UPLOAD));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
