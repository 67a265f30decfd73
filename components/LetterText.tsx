/** The text of a letter: paragraphs, lines as they were typed, lists where lines begin with "-". */
export function LetterText({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return <>{paragraphs.map((paragraph) => partsOf(paragraph).map(drawPart))}</>;
}

interface Part {
  readonly isList: boolean;
  readonly lines: string[];
}

function partsOf(paragraph: string): Part[] {
  const parts: Part[] = [];
  for (const line of paragraph.split("\n")) {
    const item = /^\s*[-•*] (.*)$/.exec(line)?.[1];
    const isList = item !== undefined;
    const last = parts.at(-1);
    if (last?.isList === isList) last.lines.push(item ?? line);
    else parts.push({ isList, lines: [item ?? line] });
  }
  return parts;
}

function drawPart({ isList, lines }: Part) {
  if (isList) {
    return (
      <ul>
        {lines.map((line) => <li key={line}>{line}</li>)}
      </ul>
    );
  }
  return (
    <p>
      {lines.map((line, at) => at === 0 ? line : [<br key={at} />, line])}
    </p>
  );
}
