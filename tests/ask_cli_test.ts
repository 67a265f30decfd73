/** `deno task ask` as people run it: a folder and a question, quotes out. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const FILES = {
  "noa.txt": "Noa Bakker\nWork experience\nSupervisor, Polder Hospital, 2018 - present\n" +
    "- Led a team of nine nurses",
  "sanne.txt": "Sanne de Wit\nWerkervaring\nTeamleider, Isala Ziekenhuis, 2015 - heden",
  "sam.txt": "Sam Jansen\nWork experience\nWaiter, De Linde, 2019 - 2021\nServed guests.",
  "broken.docx": "PK\u0003\u0004 no document",
};

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(cwd: string, ...args: readonly string[]): Promise<Run> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "--config", join(ROOT, "deno.json"), "ask", ...args],
    cwd,
    env: { INIT_CWD: cwd, NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("ask answers from files, in words and as JSON, and says what is wrong", async (t) => {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(FILES)) {
      await Deno.writeTextFile(join(folder, name), text);
    }
    await answersOf(t, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function answersOf(t: Deno.TestContext, folder: string): Promise<void> {
  await t.step("quotes, the one that shows most first, and files that cannot be read", async () => {
    const { code, stdout, stderr } = await run(folder, ".", "who has led a team in a hospital?");
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Understood as all of: led a team · hospital/);
    assert.match(stdout, /1\. .*noa\.txt[\s\S]+“Led a team of nine nurses”[\s\S]+2\. .*sanne\.txt/);
    assert.doesNotMatch(stdout, /sam\.txt/);
    assert.match(stderr, /broken\.docx: /);
  });

  await t.step("the same as JSON, with exact places", async () => {
    const args = ["noa.txt", "sam.txt", "hospital NOT waiter", "--json", "--now", "2026-01-01"];
    const { code, stdout } = await run(folder, ...args);
    assert.equal(code, 0);
    const { understood, asked, data } = JSON.parse(stdout);
    assert.equal(understood, "all of: hospital · not: waiter");
    assert.deepEqual(asked.map(({ label }: { label: string }) => label), ["hospital", "waiter"]);
    assert.deepEqual(data.map(({ file }: { file: string }) => file), ["noa.txt"]);
    const [quote] = data[0].quotes;
    const [mark] = quote.marks;
    assert.equal(FILES["noa.txt"].slice(quote.start, quote.end), quote.text);
    assert.equal(FILES["noa.txt"].slice(mark.start, mark.end), "Hospital");
  });

  await t.step("nobody, a question that cannot be asked, and none at all", async () => {
    const nobody = await run(folder, "sam.txt", "submarine", "--lang", "nl");
    assert.equal(nobody.code, 1);
    assert.match(nobody.stdout, /Geen cv geeft hier antwoord op/);
    const wrong = await run(folder, "sam.txt", "guests AND");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /“AND” needs something .+\n {2}guests AND\n {9}\^/);
    const none = await run(folder, "sam.txt");
    assert.equal(none.code, 2);
    assert.match(none.stderr, /Usage: deno task ask/);
  });
}
