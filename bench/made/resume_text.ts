import { LEXICON } from "../../lib/talent/lexicon_data.ts";
import type { Language } from "../../lib/talent/types.ts";
import { Draw } from "./random.ts";
import { COMPANIES, FIRST_NAMES, LAST_NAMES, PLACES, WORDS, type Words } from "./words.ts";

/** One invented résumé: a heading starts with "# ", an item of a list with "- ". */
export interface MadeResume {
  readonly name: string;
  readonly language: Language;
  readonly lines: readonly string[];
}

const ROLES = 5;
const DEEDS = 8;
const LATEST_YEAR = 2026;

/** Skills that the posting asks for stand in some of the résumés, others in all of them. */
const ASKED = ["TypeScript", "Node.js", "PostgreSQL", "REST API", "Kafka", "Docker", "Kubernetes"];

/** Writes résumé number `seed`: two pages, about nine hundred words, one in three Dutch. */
export function makeResume(seed: number): MadeResume {
  const draw = new Draw(seed);
  const language = seed % 3 === 2 ? "nl" : "en";
  const words = WORDS[language];
  const name = `${draw.one(FIRST_NAMES)} ${draw.one(LAST_NAMES)}`;
  const skills = drawSkills(draw, language);
  const lines = [
    name,
    `${draw.one(PLACES)} · ${
      name.toLowerCase().replace(" ", ".")
    }${seed}@example.com · +31 6 5550 ${1000 + draw.below(9000)}`,
    `# ${words.headings.profile}`,
    words.profile.map((sentence) => fill(sentence, draw, skills)).join(" "),
    `# ${words.headings.work}`,
    ...roles(draw, words, skills),
    `# ${words.headings.education}`,
    draw.one(words.education),
    `# ${words.headings.skills}`,
    draw.some(skills, 14).join(", "),
    `# ${words.headings.languages}`,
    draw.one(words.languages),
  ];
  return { name, language, lines };
}

/** The résumé as a plain text file. */
export function asText({ lines }: MadeResume): string {
  return lines.map((line) => line.startsWith("# ") ? `\n${line.slice(2).toUpperCase()}` : line)
    .join("\n");
}

/** A work life: a share of what is asked, more from one field, and a few from any other. */
function drawSkills(draw: Draw, language: Language): string[] {
  const labels = (field: typeof LEXICON[number]) =>
    field.skills.filter(({ type }) => type === "tool" || type === "skill" || type === "method")
      .flatMap((skill) => skill[language][0] ?? []);
  const own = labels(draw.one(LEXICON.filter((field) => labels(field).length >= 20)));
  const others = LEXICON.flatMap(labels);
  return [
    ...draw.some(ASKED, draw.below(ASKED.length + 1)),
    ...draw.some(own, 16),
    ...draw.some(others, 6),
  ];
}

function roles(draw: Draw, words: Words, skills: readonly string[]): string[] {
  const lines: string[] = [];
  let year = LATEST_YEAR;
  for (let role = 0; role < ROLES; role++) {
    const from = year - 1 - draw.below(4);
    const until = role === 0 ? words.present : `${draw.one(words.months)} ${year}`;
    lines.push(`${draw.one(words.titles)}, ${draw.one(COMPANIES)}`);
    lines.push(`${draw.one(words.months)} ${from} - ${until}`);
    for (const deed of draw.some(words.deeds, DEEDS)) {
      lines.push(`- ${fill(deed, draw, skills)}`);
    }
    year = from;
  }
  return lines;
}

function fill(sentence: string, draw: Draw, skills: readonly string[]): string {
  const [a = "", b = "", c = ""] = draw.some(skills, 3);
  return sentence.replace("{a}", a).replace("{b}", b).replace("{c}", c)
    .replace("{n}", String(12 + draw.below(400)));
}
