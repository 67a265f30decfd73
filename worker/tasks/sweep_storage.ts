import { z } from "zod";
import { sweepStore, type Swept } from "../../lib/platform/storage/sweep.ts";
import { task } from "../task.ts";

/** Removes bytes that no file names any more; the schedule asks for it. */
export const sweepStorage = task(z.object({}), async (_input, { services, signal }) => {
  const { db, storage } = services;
  const swept: Record<string, Swept> = {};
  for (const store of Object.values(storage.stores)) {
    swept[store.place] = await sweepStore(db, store, signal);
  }
  return swept;
});
