import {
  answerModelRequest,
  giveUpModelRequest,
  reopenModelRequest,
} from "../../lib/hiring/model/run.ts";
import { AskModelTask } from "../../lib/hiring/tasks.ts";
import { task } from "../task.ts";

/** Asks a language model what somebody wants to know of it. */
export const askModel = task(
  AskModelTask,
  (input, { services, signal }) => answerModelRequest(services, input, signal),
  {
    whenParked: (input, { services }) => giveUpModelRequest(services, input),
    whenRetried: (input, { services }) => reopenModelRequest(services, input),
  },
);
