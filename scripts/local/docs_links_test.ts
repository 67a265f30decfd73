import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { findDocFaults } from "./docs_links.ts";

async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = await Deno.makeTempDir();
  try {
    const all = { "deno.json": `{ "tasks": { "start": "…", "db:new": "…" } }`, ...files };
    for (const [path, text] of Object.entries(all)) {
      await Deno.mkdir(dirname(join(root, path)), { recursive: true });
      await Deno.writeTextFile(join(root, path), text);
    }
    return (await findDocFaults(root)).toSorted();
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("findDocFaults() finds nothing where each link, task and decision is there", async () => {
  const faults = await faultsOf({
    "README.md":
      "# One\n[b](docs/b.md#two--words), [its top](#one), [out](https://example.com/x)\n" +
      "`deno task start`, then npx -y deno@2.9.6 task db:new NAME\n```\n[no](link)\n```\n",
    "docs/b.md": "## Two & words\n[up](../README.md) ![picture](images/a.png)\n",
    "docs/images/a.png": "",
    "docs/adr/README.md": "1. [A choice](0001-a-choice.md)\n",
    "docs/adr/0001-a-choice.md": "# 1. A choice\n",
  });
  assert.deepEqual(faults, []);
});

Deno.test("findDocFaults() names what leads nowhere, tasks that are none, and decisions left out", async () => {
  const faults = await faultsOf({
    "README.md": "[b](docs/b.md) [c](#nothing)\n`deno task stop`\n",
    "docs/adr/0001-a-choice.md": "# 1. A choice\n",
  });
  assert.deepEqual(faults, [
    "README.md: #nothing leads nowhere",
    "README.md: docs/b.md leads nowhere",
    'README.md: there is no task "stop"',
    "docs/adr/README.md leaves out [A choice](0001-a-choice.md)",
  ]);
});
