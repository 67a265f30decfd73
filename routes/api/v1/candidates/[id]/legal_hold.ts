import { legalHold } from "../../../(_shared)/legal_hold.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = legalHold({
  tag: "Candidates",
  place: "Keep a person from being deleted",
  release: "Let a person be deleted again",
  id: SAMPLE.candidate,
  held: (id) => ({ candidateId: id }),
});
