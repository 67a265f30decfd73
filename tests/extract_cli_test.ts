/** `deno task extract` as people run it: lines in, lines out, a status and a message for bad use. */
import assert from "node:assert/strict";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[]): Deno.ChildProcess {
  const script = new URL("../scripts/extract.ts", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "--allow-env", script, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function run(args: readonly string[], input: string): Promise<Run> {
  const child = start(args);
  const writer = child.stdin.getWriter();
  // A command that refuses its arguments closes its input before it has read it.
  await writer.write(new TextEncoder().encode(input)).catch(() => {});
  await writer.close().catch(() => {});
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("extract answers each line with its id and exact spans", async () => {
  const text = "🚀 Skills\nJava, Flurbisme";
  const input = `${JSON.stringify({ id: "a", text })}\n\n${JSON.stringify({ id: 7, text: "" })}`;
  const { code, stdout, stderr } = await run(["--as", "resume", "--jsonl"], input);
  assert.equal(stderr, "");
  assert.equal(code, 0);
  const [first, second] = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(first.id, "a");
  for (const { name, start, end } of first.skills) assert.equal(text.slice(start, end), name);
  assert.ok(first.skills.some((skill: { name: string }) => skill.name === "Java"));
  assert.deepEqual(second, { id: 7, skills: [] });
});

Deno.test("extract answers a line before the next one comes", async () => {
  const child = start(["--as=job", "--jsonl"]);
  const writer = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const line = `${JSON.stringify({ id: "1", text: "Requirements\n- Java" })}\n`;
  await writer.write(new TextEncoder().encode(line));
  const { value } = await reader.read();
  assert.match(value ?? "", /"id":"1".*"name":"Java"/);
  await writer.close();
  await reader.cancel();
  await child.stderr.cancel();
  assert.equal((await child.status).code, 0);
});

Deno.test("extract says what is wrong and ends with 2", async () => {
  const cases: readonly (readonly [readonly string[], string, RegExp])[] = [
    [[], "", /--as job or --as resume/],
    [["--as", "poem", "--jsonl"], "", /not "poem"/],
    [["--as", "job"], "", /--jsonl/],
    [["--as", "job", "--jsonl", "--fast"], "", /"--fast"/],
    [["--as", "job", "--jsonl"], "{oops", /Line 1 is not JSON/],
    [["--as", "job", "--jsonl"], '{"id":"a"}', /Line 1 has no "text"/],
    [["--as", "job", "--jsonl"], '{"text":"a"}', /Line 1 has no "id"/],
    [["--as", "job", "--jsonl"], "null", /Line 1 has no "id"/],
  ];
  for (const [args, input, message] of cases) {
    const { code, stderr } = await run(args, input);
    assert.equal(code, 2, args.join(" "));
    assert.match(stderr, message);
    assert.match(stderr, /Usage: deno task extract/);
  }
});
