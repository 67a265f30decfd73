/** An event as it was recorded. */
export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly workspaceId: string;
  readonly recordedAt: Date;
  /** In the names of the API. */
  readonly data: unknown;
}

/** The body that a receiver gets, the same in every attempt. */
export function messageOf(
  { id, type, workspaceId, recordedAt, data }: RecordedEvent,
): Record<string, unknown> {
  return {
    id,
    type,
    timestamp: recordedAt.toISOString(),
    workspace_id: workspaceId,
    data,
  };
}
