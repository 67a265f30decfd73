import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { paragraph, rawDocx } from "../lib/documents/fixtures/raw_docx.ts";
import { line, rawPdf } from "../lib/documents/fixtures/raw_pdf.ts";
import { ENGINE_VERSION } from "../lib/talent/version.ts";
import { BadUse, parseArguments } from "../scripts/rank/arguments.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const JOB = `Backend developer

Requirements
- At least 3 years of experience with Python
- PostgreSQL
- Kubernetes is a plus
`;

const STRONG = `Noa Bakker
noa@example.org

Work experience
Backend developer, Polderpay
January 2018 - present
Built payment services in Python on PostgreSQL. Ran them on Kubernetes.
`;

const WEAK = ["Sam Jansen", "Work experience", "Waiter, De Linde", "2019 - 2021", "Served guests."];

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

interface Ranked {
  file: string;
  rank: number | null;
  candidate: { name: string | null };
  score: number | null;
  matches: {
    requirement: string;
    match: string;
    reason: string;
    evidence: { text: string; start: number; end: number }[];
    tried: string[];
  }[];
  flags: string[];
  error?: { code: string; detail: string };
}

interface Output {
  job: string;
  language: string;
  engine_version: string;
  requirements: { name: string; level: string; start: number; end: number }[];
  ranking: Ranked[];
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a job, three résumés that can be read, two that can't, and other files. */
async function folder(): Promise<string> {
  const path = await Deno.makeTempDir();
  const put = (name: string, content: string | Uint8Array) =>
    Deno.writeFile(
      join(path, name),
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  await Deno.mkdir(join(path, "more"));
  const page = WEAK.map((text, i) => line(50, 800 - i * 16, text)).join("") +
    `1 1 1 rg ${line(50, 400, "Python PostgreSQL Kubernetes")}`;
  await Promise.all([
    put("job.txt", JOB),
    put("noa.txt", STRONG),
    put("sam.pdf", rawPdf([{ content: page }])),
    put("more/ada.docx", rawDocx({ body: paragraph("Ada Vos") + paragraph("PostgreSQL") })),
    put("broken.docx", Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9)),
    put("blank.pdf", rawPdf([{ content: "" }])),
    put("photo.txt", PNG),
    put("list.json", "[]"),
    put(".hidden.txt", STRONG),
  ]);
  return path;
}

const { tasks } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
const [, ...COMMAND]: string[] = tasks.rank.command.split(" ");

/** Runs what the task runs, with its rights; `cwd` is where the person is. */
function rank(args: readonly string[], cwd = ROOT): Promise<Ended> {
  return run([...COMMAND, ...args], ROOT, cwd);
}

/** Runs the task as a person would. */
function rankTask(args: readonly string[], cwd = ROOT): Promise<Ended> {
  return run(["task", "--quiet", "--config", join(ROOT, "deno.json"), "rank", ...args], cwd, cwd);
}

async function run(args: readonly string[], cwd: string, from: string): Promise<Ended> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { INIT_CWD: from }, // a task inherits that of the task that runs the tests
  });
  const { code, stdout, stderr } = await command.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Runs the command on a fresh folder, with `--json`. */
async function rankJson(path: string, ...args: string[]): Promise<[Output, Ended]> {
  const ended = await rank([...args, "--json", "--now", "2026-01-01"], path);
  assert.equal(ended.code, 0, ended.stderr);
  const [output, ...others] = JSON.parse(ended.stdout) as Output[];
  assert.deepEqual(others, []);
  assert.ok(output);
  return [output, ended];
}

/** Runs a test on a folder that is removed after it. */
function test(name: string, body: (path: string) => Promise<void>): void {
  Deno.test(name, async () => {
    const path = await folder();
    try {
      await body(path);
    } finally {
      await Deno.remove(path, { recursive: true });
    }
  });
}

test("rank --json prints one object for the job, in the promised shape", async (path) => {
  const [output] = await rankJson(path, "job.txt", "noa.txt");
  const { requirements, ranking } = output;
  assert.deepEqual(Object.keys(output), [
    "job",
    "language",
    "engine_version",
    "requirements",
    "ranking",
  ]);
  assert.deepEqual([output.job, output.language, output.engine_version], [
    "job.txt",
    "en",
    ENGINE_VERSION,
  ]);
  assert.deepEqual(Object.keys(output.requirements[0] ?? {}), [
    "id",
    "name",
    "level",
    "kind",
    "years",
    "gate",
    "start",
    "end",
  ]);
  assert.deepEqual(Object.keys(output.ranking[0] ?? {}), [
    "file",
    "rank",
    "candidate",
    "score",
    "raw_score",
    "grade",
    "matches",
    "flags",
  ]);
  assert.deepEqual(Object.keys(output.ranking[0]?.matches[0] ?? {}), [
    "requirement",
    "match",
    "reason",
    "evidence",
    "tried",
  ]);
  // Quotes are the file's own text, of jobs and of résumés.
  assert.ok(requirements.length >= 3);
  for (const { name, start, end } of requirements) {
    const sentence = JOB.slice(start, end);
    assert.ok(
      sentence.includes("Python") || sentence.includes("SQL") || sentence.includes("plus") ||
        sentence.includes("developer"),
      `${name}: "${sentence}"`,
    );
  }
  const quotes = ranking.flatMap(({ matches }) => matches.flatMap(({ evidence }) => evidence));
  assert.ok(quotes.length > 0);
  for (const { text, start, end } of quotes) assert.equal(STRONG.slice(start, end), text);
  const names = new Set(requirements.map(({ name }) => name));
  for (const { requirement } of ranking[0]?.matches ?? []) assert.ok(names.has(requirement));
});

test("rank takes every résumé of a folder but the job, puts the unreadable last, and repeats it byte for byte", async (path) => {
  const [[{ ranking }, first], [, second]] = await Promise.all([
    rankJson(path, "job.txt", "."),
    rankJson(path, "job.txt", "."),
  ]);
  const { stderr, stdout } = first;
  assert.equal(stdout, second.stdout, "the same bytes for the same files");
  assert.deepEqual(ranking.slice(0, 3).map(({ rank }) => rank), [1, 2, 3]);
  assert.equal(ranking[0]?.file, "noa.txt");
  assert.deepEqual(ranking.slice(0, 3).map(({ file }) => file).sort(), [
    "more/ada.docx",
    "noa.txt",
    "sam.pdf",
  ]);
  assert.deepEqual(
    ranking.slice(3).map(({ file, rank, score, error }) => [file, rank, score, error?.code]),
    [
      ["blank.pdf", null, null, "empty"],
      ["broken.docx", null, null, "corrupt"],
      ["photo.txt", null, null, "unsupported"],
    ],
  );
  assert.match(stderr, /list\.json/);
  const hidden = ranking.find(({ file }) => file === "sam.pdf");
  assert.ok(hidden?.flags.includes("hidden_text"), "hidden words are ignored, and that is said");
  assert.deepEqual(hidden?.matches.filter(({ match }) => match === "YES"), []);
});

test("rank names files as they were given, each once", async (path) => {
  const given = ["./noa.txt", `${path}/sam.pdf`, "noa.txt", "photo.txt"];
  const [{ ranking }] = await rankJson(path, "./job.txt", ...given);
  assert.deepEqual(
    ranking.map(({ file }) => file).sort(),
    [`${path}/sam.pdf`, "./noa.txt", "photo.txt"].sort(),
  );
  assert.equal(ranking.find(({ file }) => file === "photo.txt")?.error?.code, "unsupported");
});

test("rank reads the job from a PDF too", async (path) => {
  const content = JOB.split("\n").map((text, i) => line(50, 800 - i * 16, text)).join("");
  await Deno.writeFile(join(path, "job.pdf"), rawPdf([{ content }]));
  const [{ requirements }] = await rankJson(path, "job.pdf", "noa.txt");
  assert.ok(requirements.some(({ name }) => name.includes("Python")));
});

test("rank --lang says reasons and errors in that language", async (path) => {
  const [[english], [dutch]] = await Promise.all([
    rankJson(path, "job.txt", "noa.txt", "blank.pdf", "--lang", "en"),
    rankJson(path, "job.txt", "noa.txt", "blank.pdf", "--lang", "nl"),
  ]);
  const reasons = ({ ranking }: Output) => ranking[0]?.matches.map(({ reason }) => reason) ?? [];
  assert.equal(reasons(dutch).length, reasons(english).length);
  assert.notDeepEqual(reasons(dutch), reasons(english));
  assert.notEqual(dutch.ranking[1]?.error?.detail, english.ranking[1]?.error?.detail);
});

test("rank prints a table for people", async (path) => {
  const { code, stdout } = await rank(["job.txt", "noa.txt", "sam.pdf", "blank.pdf"], path);
  assert.equal(code, 0);
  const rows = stdout.trimEnd().split("\n");
  const head = rows.findIndex((row) => row.includes("Grade") && row.includes("Strongest gap"));
  assert.match(rows[head + 1] ?? "", /^ *1 +[A-D] +\d+ +\d+\/\d+ +Noa Bakker +noa\.txt/);
  assert.match(rows[head + 2] ?? "", /^ *2 .*sam\.pdf/);
  assert.match(rows[head + 3] ?? "", /^ *– .*blank\.pdf +\S/);
});

test("rank tells its progress when there are many files", async (path) => {
  await Promise.all(Array.from({ length: 60 }, (_, i) => {
    return Deno.writeTextFile(
      join(path, "more", `cv-${i}.txt`),
      `Candidate ${i}\nPython since 2015`,
    );
  }));
  const [{ ranking }, { stderr }] = await rankJson(path, "job.txt", "more");
  assert.equal(ranking.length, 61);
  assert.match(stderr, /61 of 61 files/);
});

test("rank exits with 1 when nothing could be read", async (path) => {
  const none = await rank(["job.txt", "blank.pdf", "missing.pdf", "--json"], path);
  assert.equal(none.code, 1);
  const [{ ranking }] = JSON.parse(none.stdout) as [Output];
  assert.deepEqual(ranking.map(({ error }) => error?.code), ["empty", "not_found"]);
  const noJob = await rank(["blank.pdf", "noa.txt"], path);
  assert.deepEqual([noJob.code, noJob.stdout], [1, ""]);
  assert.match(noJob.stderr, /blank\.pdf/);
});

test("rank exits with 2 and the usage on bad use", async (path) => {
  const cases = [["job.txt"], ["missing.txt", "noa.txt"], ["more", "noa.txt"]];
  await Promise.all(cases.map(async (args) => {
    const { code, stdout, stderr } = await rank(args, path);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, /Usage: deno task rank/);
  }));
  for (
    const args of [
      [],
      ["job.txt", "noa.txt", "--lang", "de"],
      ["job.txt", "noa.txt", "--now", "2026-02-30"],
      ["job.txt", "noa.txt", "--jason"],
    ]
  ) assert.throws(() => parseArguments(args), BadUse, args.join(" "));
});

test("deno task rank works where the person is, and says how it is used", async (path) => {
  const [help, ranked] = await Promise.all([
    rankTask(["--help"], path),
    rankTask(["job.txt", "noa.txt", "--json"], path),
  ]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /^Usage: deno task rank/);
  assert.equal(ranked.code, 0, ranked.stderr);
  assert.equal(JSON.parse(ranked.stdout)[0].job, "job.txt");
});
