/**
 * The ids that the examples of the operations speak of. A test puts the ids of rows that it made
 * in their place.
 */
export const SAMPLE = {
  /** The workspace of who asks. */
  workspace: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c190",
  job: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c101",
  resume: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c102",
  /** A résumé that could not be read. */
  failed: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c103",
  candidate: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c104",
  /** A person without anything that others need. */
  leaver: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c105",
  /** A person who was merged into `candidate`. */
  twin: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c106",
  merge: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c107",
  note: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c108",
  /** A letter that was sent to `candidate`. */
  letter: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1a1",
  /** The link to their own page that was mailed to `candidate`. */
  pageLink: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1b1",
  /** Something that `candidate` asked for there. */
  request: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1b2",
  evaluation: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c109",
  /** Résumés that are judged and not kept. */
  bulk: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c130",
  override: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10a",
  requirement: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10b",
  /** A requirement that a language model proposes. */
  proposal: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c180",
  spareProposal: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c181",
  stage: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10c",
  /** A stage in which nobody stands. */
  spare: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10e",
  /** The moves of one call. */
  batch: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10d",
  /** Somebody else in the workspace. */
  member: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c10f",
  /** An invitation that nobody has taken yet. */
  invitation: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c110",
  /** A task that waits. */
  task: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c120",
  webhook: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c122",
  /** A test of the webhook. */
  delivery: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c123",
  /** A task that was cancelled. */
  cancelled: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c121",
  apiKey: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c140",
  /** A sign-in to the API of who asks, other than the one that asks. */
  session: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c160",
  /** A mail that invites somebody. */
  mail: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c1a0",
  /** The name of a tier. */
  tier: "sample-tier",
  /** A limit of that tier. */
  limit: "0198f2c4-6a10-7c3e-9b52-0d4be1a7c170",
} as const;
