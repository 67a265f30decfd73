import type { PageText } from "./assemble.ts";
import type { TextLine } from "./hyphens.ts";

/** Heads and feet stand within this share of the page's height, from its edges. */
const EDGE = 0.1;
/** How far apart, in shares of the height, they may stand on two pages. */
const LEVEL = 0.004;

/** A line at a page's edge, as it is told on every page. */
interface EdgeLine {
  readonly said: string;
  readonly y: number;
}

/** What a line says with the number of its page, and that of all pages, left open. */
function withoutNumber(text: string, page: number, of: number): string {
  let isCounted = false; // on the last page both are the same
  return text.replace(/\d+/g, (number) => {
    if (!isCounted && Number(number) === page) {
      isCounted = true;
      return "{page}";
    }
    return Number(number) === of ? "{of}" : number;
  });
}

function edgeLine(line: TextLine, page: number, of: number): EdgeLine | undefined {
  const { text, y } = line;
  if (y === undefined || (y > EDGE && y < 1 - EDGE)) return undefined;
  return { said: withoutNumber(text, page, of), y };
}

/**
 * Leaves out what is said again at the same place of a later page: heads and feet, also those that
 * count pages. The first one stays.
 */
export function withoutRepeats<Page extends PageText>(pages: readonly Page[]): Page[] {
  const seen: EdgeLine[] = [];
  return pages.map((page, i) => {
    const found: EdgeLine[] = [];
    const lines = page.lines.filter((line) => {
      const edge = edgeLine(line, i + 1, pages.length);
      if (!edge) return true;
      found.push(edge);
      return !seen.some(({ said, y }) => said === edge.said && Math.abs(y - edge.y) <= LEVEL);
    });
    seen.push(...found);
    return { ...page, lines };
  });
}
