/**
 * Writes the sample résumés and their manifest from people/. PDFs are printed by Chromium.
 *
 *     deno run -A samples/make.ts
 */
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/local/chromium.ts";
import { ENGINEERS } from "./people/engineers.ts";
import { NURSES } from "./people/nurses.ts";
import type { Person } from "./people/person.ts";
import { SELLERS } from "./people/sellers.ts";

const WORDS = {
  en: {
    work: "Work experience",
    education: "Education",
    languages: "Languages",
    skills: "Skills",
    other: "Other",
  },
  nl: {
    work: "Werkervaring",
    education: "Opleiding",
    languages: "Talen",
    skills: "Vaardigheden",
    other: "Overig",
  },
} as const;

const PEOPLE = [...ENGINEERS, ...NURSES, ...SELLERS];
const here = new URL("./", import.meta.url);
const jobs: Record<Person["job"], { title: string; place: string; department: string }> = {
  "senior-backend-engineer": {
    title: "Senior backend engineer, TypeScript",
    place: "Utrecht",
    department: "Engineering",
  },
  "verpleegkundige-intensive-care": {
    title: "Verpleegkundige intensive care",
    place: "Zwolle",
    department: "Intensive care",
  },
  "account-manager-benelux": {
    title: "Account manager Benelux",
    place: "Antwerpen",
    department: "Sales",
  },
};

/** Headed sections of everything but the work history. */
function sections(person: Person): [string, readonly string[]][] {
  const words = WORDS[person.language];
  const all: [string, readonly string[]][] = [
    [words.education, person.education],
    [words.languages, [person.languages]],
    [words.skills, person.skills ? [person.skills] : []],
    [words.other, person.other ?? []],
  ];
  return all.filter(([, lines]) => lines.length > 0);
}

function asText(person: Person): string {
  const lines = [person.name, person.title, person.contact, ""];
  if (person.summary) lines.push(person.summary, "");
  lines.push(WORDS[person.language].work.toUpperCase(), "");
  for (const [role, dates, done] of person.work) {
    lines.push(`${dates}   ${role}`, ...done.map((what) => `- ${what}`), "");
  }
  for (const [heading, parts] of sections(person)) {
    lines.push(heading.toUpperCase(), ...parts, "");
  }
  return lines.join("\n");
}

function asDocx(person: Person): Promise<ArrayBuffer> {
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
  const children = [
    new Paragraph({ text: person.name, heading: HeadingLevel.HEADING_1 }),
    new Paragraph(person.title),
    new Paragraph(person.contact),
    ...(person.summary ? [new Paragraph(person.summary)] : []),
    heading(WORDS[person.language].work),
  ];
  for (const [role, dates, done] of person.work) {
    children.push(
      new Paragraph({
        children: [new TextRun({ text: role, bold: true }), new TextRun(`\t${dates}`)],
      }),
      ...done.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    );
  }
  for (const [title, parts] of sections(person)) {
    children.push(heading(title), ...parts.map((text) => new Paragraph(text)));
  }
  return Packer.toArrayBuffer(new Document({ creator: person.name, sections: [{ children }] }));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function workHtml(person: Person): string {
  const roles = person.work.map(([role, dates, done]) =>
    `<div class="role"><h3>${escape(role)}</h3><span>${dates}</span></div><ul>${
      done.map((what) => `<li>${escape(what)}</li>`).join("")
    }</ul>`
  );
  return `<h2>${WORDS[person.language].work}</h2>${roles.join("")}`;
}

function asHtml(person: Person): string {
  const rest = sections(person).map(([title, parts]) =>
    `<h2>${title}</h2>${parts.map((text) => `<p>${escape(text)}</p>`).join("")}`
  ).join("");
  const head = `<h1>${escape(person.name)}</h1><p class="title">${escape(person.title)}</p>`;
  const contact = `<p>${escape(person.contact)}</p>`;
  const summary = person.summary ? `<p>${escape(person.summary)}</p>` : "";
  const hidden = person.hidden ? `<p class="hidden">${escape(person.hidden)}</p>` : "";
  const body = person.layout === "side-bar"
    ? `<aside>${contact}${rest}</aside><main>${head}${summary}${workHtml(person)}</main>`
    : `${head}${contact}${summary}${hidden}${workHtml(person)}${rest}`;
  return `<!doctype html><html lang="${person.language}"><title>${
    escape(person.name)
  }</title><style>
    @page { size: A4; margin: 18mm }
    body { font: 10.5pt/1.45 "DejaVu Sans", sans-serif; color: #222; margin: 0;
      ${
    person.layout === "side-bar" ? "display: grid; grid-template-columns: 52mm 1fr; gap: 10mm" : ""
  } }
    h1 { font-size: 20pt; margin: 0 } h2 { font-size: 12pt; margin: 14pt 0 4pt; color: #345 }
    h3 { font-size: 10.5pt; margin: 0 } p { margin: 2pt 0 } ul { margin: 2pt 0 8pt; padding-left: 14pt }
    .title { color: #555 } .role { display: flex; justify-content: space-between; margin-top: 6pt }
    .hidden { color: #fff; font-size: 1.5pt }
  </style><body>${body}</body></html>`;
}

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const person of PEOPLE) {
  const path = new URL(`resumes/${person.job}/${encodeURIComponent(person.file)}`, here);
  await Deno.mkdir(new URL("./", path), { recursive: true });
  if (person.file.endsWith(".pdf")) {
    await page.setContent(asHtml(person));
    await Deno.writeFile(path, await page.pdf({ preferCSSPageSize: true }));
  } else if (person.file.endsWith(".docx")) {
    await Deno.writeFile(path, new Uint8Array(await asDocx(person)));
  } else {
    await Deno.writeTextFile(path, asText(person));
  }
}
await browser.close();

const manifest = {
  jobs: Object.entries(jobs).map(([id, job]) => ({ id, ...job, file: `jobs/${id}.txt` })),
  resumes: PEOPLE.map(({ job, file }) => ({ job, file: `resumes/${job}/${file}` })),
};
await Deno.writeTextFile(
  new URL("manifest.json", here),
  JSON.stringify(manifest, null, 2) + "\n",
);
