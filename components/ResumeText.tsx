import type { Resume } from "../lib/hiring/resumes.ts";
import type { Verdict } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import { type LaidLine, layOut, type Piece } from "./text_layout.ts";
import { verdictClass } from "./Verdict.tsx";

/** A quote that a verdict rests on. */
export interface QuoteMark {
  /** The id of its element. */
  readonly id: string;
  /** Of the requirement. */
  readonly number: string;
  readonly verdict: Verdict;
  readonly start: number;
  readonly end: number;
}

export interface ResumeTextProps {
  resume: Pick<Resume, "text" | "pages" | "hidden" | "language">;
  marks: readonly QuoteMark[];
  t: Translate;
}

type HiddenPart = Resume["hidden"][number];

/** The extracted text, sheet by page, with every quote marked by its requirement's number. */
export function ResumeText({ resume, marks, t }: ResumeTextProps) {
  const text = resume.text ?? "";
  const pages = resume.pages.length > 0 ? resume.pages : [{ start: 0, end: text.length }];
  return (
    <>
      {pages.map((span, index) => (
        <>
          {index > 0 && (
            <div class="page-break">
              {t("evaluation.page_break", { page: index + 1, pages: pages.length })}
            </div>
          )}
          <article class="sheet" lang={resume.language ?? undefined} id={`page-${index + 1}`}>
            <Lines
              text={text}
              lines={layOut(text, span, marks)}
              hidden={resume.hidden.filter(({ page }) => page === index + 1)}
              isFirstPage={index === 0}
              t={t}
            />
          </article>
        </>
      ))}
    </>
  );
}

interface LinesProps {
  text: string;
  lines: readonly LaidLine<QuoteMark>[];
  hidden: readonly HiddenPart[];
  isFirstPage: boolean;
  t: Translate;
}

function Lines({ text, lines, hidden, isFirstPage, t }: LinesProps) {
  const boxes = joinHidden(hidden);
  const isAfter = (at: number, index: number) =>
    at >= (lines[index]?.end ?? 0) && at < (lines[index + 1]?.end ?? Infinity);
  return (
    <>
      {boxes.filter(({ at }) => at < (lines[0]?.end ?? Infinity))
        .map((box) => <HiddenText key={box.at} box={box} t={t} />)}
      {lines.map((line, index) => (
        <>
          <p
            key={line.start}
            class={lookOf(text, line, isFirstPage && index === 0)}
          >
            <Pieces pieces={line.pieces} t={t} />
          </p>
          {boxes.filter(({ at }) => isAfter(at, index))
            .map((box) => <HiddenText key={box.at} box={box} t={t} />)}
        </>
      ))}
    </>
  );
}

const YEAR = /\b(19|20)\d{2}\b/;

/** "Mar 2020 – now": what stands beside a role. */
const DATES =
  /\b(19|20)\d{2}\s*([-–—]|to|tot|until)\s*(\p{L}+\.?\s+|\d{1,2}[./-])?((19|20)\d{2}|now|present|today|current|heden|nu)\b/iu;

/** What parts of a résumé are often called; only for how the line is set. */
const PARTS = new RegExp(
  "^((work|professional|relevant)\\s+)?(experience|employment|education|training|skills|languages|" +
    "certificates|certifications|licen[cs]es|profile|summary|projects|interests|references|about|" +
    "volunteering|publications|courses|(werk)?ervaring|opleiding(en)?|vaardigheden|talen|" +
    "certificaten|rijbewijs|profiel|samenvatting|projecten|cursussen|over mij|hobby's|referenties|" +
    "competenties|work history|personal details|personalia)\\s*:?$",
  "i",
);

/** How a line is set: the name, a heading, a role with its dates, an item, or plain. */
function lookOf(text: string, line: LaidLine<QuoteMark>, isFirst: boolean): string {
  const words = text.slice(line.start, line.end);
  if (isFirst && /^\p{L}[\p{L}.’'-]*( \p{L}[\p{L}.’'-]*){1,5}$/u.test(words)) return "title";
  if (PARTS.test(words)) return "heading";
  const isRole = words.length <= 90 && DATES.test(words) && /\p{L}{4}.*\s\p{L}/u.test(words) &&
    !/[.;]$/.test(words);
  if (line.kind === "line" && isRole) return "line role";
  if (line.kind !== "heading") return line.kind;
  const isShort = words.split(/\s+/).length <= 4 && !/[,|·–]/.test(words) && !YEAR.test(words);
  return isShort || words === words.toUpperCase() ? "heading" : "line role";
}

function Pieces({ pieces, t }: { pieces: readonly Piece<QuoteMark>[]; t: Translate }) {
  return (
    <>
      {pieces.map((piece, index) =>
        typeof piece === "string" ? piece : <Quote key={index} piece={piece} t={t} />
      )}
    </>
  );
}

function Quote({ piece, t }: { piece: Exclude<Piece<QuoteMark>, string>; t: Translate }) {
  const [first, ...others] = piece.marks;
  if (!first) return <Pieces pieces={piece.children} t={t} />;
  const number = piece.marks.map((mark) => mark.number).join(", ");
  const verdict = t(`verdict.${first.verdict}`).toLowerCase();
  return (
    <mark
      class={`mark-${verdictClass(first.verdict)}`}
      id={piece.isFirst ? first.id : undefined}
      data-quotes={piece.marks.map(({ id }) => id).join(" ")}
      tabIndex={piece.isFirst ? -1 : undefined}
    >
      {piece.isFirst && (
        <>
          {others.map(({ id }) => <span key={id} id={id} />)}
          <span class="sr-only">{`${t("evaluation.evidence_for", { number, verdict })} `}</span>
        </>
      )}
      <Pieces pieces={piece.children} t={t} />
      {piece.isLast && (
        <sup>
          {piece.marks.map((mark, index) => (
            <>
              {index > 0 && " "}
              <a
                href={`#v-${mark.number}`}
                aria-label={t("evaluation.to_verdict", { number: mark.number })}
              >
                {mark.number}
              </a>
            </>
          ))}
        </sup>
      )}
    </mark>
  );
}

/** Hidden parts that stand at one place for one reason are one box. */
function joinHidden(hidden: readonly HiddenPart[]): HiddenPart[] {
  const boxes: HiddenPart[] = [];
  for (const part of hidden.toSorted((a, b) => a.at - b.at)) {
    const last = boxes.at(-1);
    if (last && last.cause === part.cause && part.at - last.at <= 2) {
      boxes[boxes.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    } else {
      boxes.push(part);
    }
  }
  return boxes;
}

const LONGEST = 600;

function HiddenText({ box, t }: { box: HiddenPart; t: Translate }) {
  const words = box.text.replace(/\s+/g, " ").trim();
  return (
    <div class="hidden-text">
      <strong>
        <Icon name="eye-off" size={14} />
        {t("evaluation.hidden")}
      </strong>
      {t(`evaluation.hidden_${box.cause}`, { count: box.text.length })}
      <code>{words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words}</code>
    </div>
  );
}
