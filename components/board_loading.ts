/**
 * Reads a job's board, or one column of it.
 *
 * @param query "?stage=…&cards=…" for one column.
 * @returns Null when it could not be had.
 */
export async function loadBoard<T>(jobId: string, query = ""): Promise<T | null> {
  try {
    const answer = await fetch(`/jobs/${jobId}/board${query}`, {
      headers: { accept: "application/json" },
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
