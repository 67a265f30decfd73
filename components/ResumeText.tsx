import type { Resume } from "../lib/hiring/resumes.ts";
import type { Verdict } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { countWords, repeatsJob } from "./hidden_words.ts";
import { Icon } from "./Icon.tsx";
import { findRoleDates } from "./role_dates.ts";
import { type LaidLine, layOut, type Piece, splitPieces } from "./text_layout.ts";
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
  /** The job's own words, which hidden text may repeat. */
  jobWords: readonly string[];
  t: Translate;
}

type HiddenPart = Resume["hidden"][number];

/** The extracted text, sheet by page, with every quote marked by its requirement's number. */
export function ResumeText({ resume, marks, jobWords, t }: ResumeTextProps) {
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
              page={index + 1}
              jobWords={jobWords}
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
  page: number;
  jobWords: readonly string[];
  t: Translate;
}

function Lines({ text, lines, hidden, page, jobWords, t }: LinesProps) {
  const looks = lines.map((line, index) => lookOf(text, line, page === 1 && index === 0));
  const boxesAfter = (index: number) =>
    joinHidden(hidden)
      .filter(({ at }) => {
        const isBehind = index < 0 || at >= (lines[index]?.end ?? 0);
        return isBehind && at < (lines[index + 1]?.end ?? Infinity);
      })
      .map((box) => (
        <HiddenText
          key={box.at}
          box={box}
          place={placeOf(index, (at) => {
            const line = lines[at];
            return looks[at] === "heading" && line ? text.slice(line.start, line.end) : undefined;
          }, lines.length)}
          page={page}
          jobWords={jobWords}
          t={t}
        />
      ));
  return (
    <>
      {boxesAfter(-1)}
      {lines.map((line, index) => (
        <>
          <p key={line.start} class={looks[index]}>
            {looks[index] === "line role"
              ? (
                <RoleLine
                  words={text.slice(line.start, line.end)}
                  pieces={line.pieces}
                  t={t}
                />
              )
              : <Pieces pieces={line.pieces} t={t} />}
          </p>
          {boxesAfter(index)}
        </>
      ))}
    </>
  );
}

/** Where a hidden part stands: under the heading above it, or else above the one below it. */
interface HiddenPlace {
  readonly side: "under" | "above" | "on";
  readonly heading: string;
}

function placeOf(
  index: number,
  headingAt: (index: number) => string | undefined,
  count: number,
): HiddenPlace {
  for (let at = index; at >= 0; at -= 1) {
    const heading = headingAt(at);
    if (heading) return { side: "under", heading };
  }
  for (let at = index + 1; at < count; at += 1) {
    const heading = headingAt(at);
    if (heading) return { side: "above", heading };
  }
  return { side: "on", heading: "" };
}

/** The line of a role, its dates at the right; a quote that runs into them has a part in each. */
function RoleLine({ words, pieces, t }: LineProps & { words: string }) {
  const found = findRoleDates(words);
  if (!found) {
    return (
      <span>
        <Pieces pieces={pieces} t={t} />
      </span>
    );
  }
  const [role, dates] = splitPieces(pieces, found.gap, found.end);
  return (
    <>
      <span>
        <Pieces pieces={role} t={t} />
      </span>{" "}
      <span class="dates">
        <Pieces pieces={dates} t={t} />
      </span>
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

interface LineProps {
  pieces: readonly Piece<QuoteMark>[];
  t: Translate;
}

function Pieces({ pieces, t }: LineProps) {
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

interface HiddenTextProps {
  box: HiddenPart;
  place: HiddenPlace;
  page: number;
  jobWords: readonly string[];
  t: Translate;
}

function HiddenText({ box, place, page, jobWords, t }: HiddenTextProps) {
  const shown = box.text.replace(/\s+/g, " ").trim();
  const words = t(`evaluation.hidden_${box.cause}`, { count: countWords(box.text) });
  const { side, heading } = place;
  return (
    <div class="hidden-text">
      <strong>
        <Icon name="eye-off" size={14} />
        {t("evaluation.hidden")}
      </strong>
      {t(`evaluation.hidden_${side}`, { words, page, heading })}
      {repeatsJob(box.text, jobWords) && ` ${t("evaluation.hidden_repeats")}`}
      <code>{shown.length > LONGEST ? `${shown.slice(0, LONGEST)} …` : shown}</code>
    </div>
  );
}
