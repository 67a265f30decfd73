import { legalHold } from "../../../(_shared)/legal_hold.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = legalHold({
  tag: "Jobs",
  place: "Keep a job and everybody in it from being deleted",
  release: "Let a job and everybody in it be deleted again",
  id: SAMPLE.job,
  held: (id) => ({ jobId: id }),
});
