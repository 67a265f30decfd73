import {
  giveUpPoolSearch,
  reopenPoolSearch,
  searchPool as search,
} from "../../lib/hiring/pool_search.ts";
import { SearchPoolTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Looks for people who are already here and fit a job. */
export const searchPool = task(
  SearchPoolTask,
  (input, { services, signal }) => search(services, input, signal),
  {
    whenParked: (input, { services }) => giveUpPoolSearch(services, input),
    whenRetried: (input, { services }) => reopenPoolSearch(services, input),
  },
);
