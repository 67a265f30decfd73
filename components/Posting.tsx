import type { Span } from "../lib/talent/types.ts";
import type { Numbered } from "./numbering.ts";
import { layOut, type Piece } from "./text_layout.ts";

interface Sourced {
  readonly id: string;
  readonly source: { readonly start: number; readonly end: number } | null;
}

interface SourceMark {
  readonly id: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

export interface PostingProps {
  text: string;
  requirements: readonly Numbered<Sourced>[];
  /** What asks nothing, and words that no résumé can prove. */
  faint?: readonly Span[];
  vague?: readonly Span[];
  /** The requirement whose sentence is lit. */
  lit: string | null;
  onLight?: (id: string | null) => void;
  /** "to requirement 3", for screen readers. */
  linkWords: (number: string) => string;
}

/** The job's text; a sentence that became a requirement is underlined and bears its number. */
export function Posting(props: PostingProps) {
  const { text, requirements, faint = [], vague = [] } = props;
  const marks = [
    ...requirements.flatMap<SourceMark>(({ id, number, source }) =>
      source ? [{ id, number, ...source }] : []
    ),
    ...vague.map((span, index) => ({ id: `vague-${index}`, number: "", ...span })),
  ];
  const isFaint = (start: number) => faint.some((one) => start >= one.start && start < one.end);
  const lines = layOut(text, { start: 0, end: text.length }, marks);
  return (
    <div class="posting-text">
      {lines.map((line) => (
        <p
          key={line.start}
          class={isFaint(line.start) && line.kind !== "heading" ? `${line.kind} faint` : line.kind}
        >
          <Pieces pieces={line.pieces} props={props} />
        </p>
      ))}
    </div>
  );
}

function Pieces({ pieces, props }: { pieces: readonly Piece<SourceMark>[]; props: PostingProps }) {
  const { lit, onLight, linkWords } = props;
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece === "string") return piece;
        const asked = piece.marks.filter(({ number }) => number !== "");
        if (asked.length === 0) {
          return (
            <span class="vague">
              <Pieces pieces={piece.children} props={props} />
            </span>
          );
        }
        const isLit = piece.marks.some(({ id }) => id === lit);
        const light = (id: string | null) => onLight && (() => onLight(id));
        return (
          <span
            class="source"
            data-on={isLit ? "" : undefined}
            onMouseEnter={light(asked[0]?.id ?? null)}
            onMouseLeave={light(null)}
          >
            <Pieces pieces={piece.children} props={props} />
            {piece.isLast && (
              <sup>
                {asked.map(({ id, number }, index) => (
                  <>
                    {index > 0 && " "}
                    <a
                      href={`#r-${id}`}
                      id={`s-${id}`}
                      aria-label={linkWords(number)}
                      onFocus={light(id)}
                      onBlur={light(null)}
                    >
                      {number}
                    </a>
                  </>
                ))}
              </sup>
            )}
          </span>
        );
      })}
    </>
  );
}
