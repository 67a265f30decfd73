import type { Principal } from "../lib/accounts/principal.ts";
import { getBoard } from "../lib/hiring/stage_board.ts";
import type { Db } from "../lib/platform/database.ts";
import { type Figure, median, seconds } from "./figure.ts";
import { formatNumber } from "../locales/format.ts";

const ROUNDS = 9;

/** How long the board of a job takes to be read: fifty cards of each column, and all counts. */
export async function measureBoard(
  owner: Principal,
  db: Db,
  jobs: ReadonlyMap<number, string>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [resumes, jobId] of jobs) {
    const read = () => getBoard(owner, db, jobId, { cardsPerStage: 50 });
    await read();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await seconds(read));
    const name = `Board, ${formatNumber("en", resumes)} résumés in the job`;
    figures.push({ name, value: median(times) * 1000, unit: "ms" });
  }
  return figures;
}
