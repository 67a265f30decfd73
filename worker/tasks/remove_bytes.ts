import { RemoveBytesTask, removeUnnamed } from "../../lib/platform/storage/removal.ts";
import { task } from "../task.ts";

/** Removes the bytes of a file that is gone, unless another one has the same. */
export const removeBytes = task(
  RemoveBytesTask,
  ({ place, ...name }, { services: { db, storage } }) =>
    removeUnnamed(db, storage.store(place), name),
);
