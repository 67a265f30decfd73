/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** A text with what was looked for marked in it. */
export function Marks({ parts }: { parts: readonly MarkedPiece[] }) {
  return (
    <>
      {parts.map(({ text, isHit }, index) =>
        isHit ? <mark key={index} class="hit">{text}</mark> : text
      )}
    </>
  );
}
