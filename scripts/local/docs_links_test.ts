import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { findDocFaults } from "./docs_links.ts";

const DENO_JSON = `{ "tasks": {
  "start": "deno run -A scripts/start.ts --dev",
  "db:new": { "command": "deno run scripts/db.ts new" }
} }`;

async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = await Deno.makeTempDir();
  try {
    const all = { "deno.json": DENO_JSON, ...files };
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

Deno.test("findDocFaults() names pages that the index of the documentation leaves out", async () => {
  const faults = await faultsOf({
    "docs/README.md": "[a](a.md) [decisions](adr/README.md)\n",
    "docs/a.md": "# A\n",
    "docs/b/c.md": "# C\n",
    "docs/adr/README.md": "1. [A choice](0001-a-choice.md)\n",
    "docs/adr/0001-a-choice.md": "# 1. A choice\n",
  });
  assert.deepEqual(faults, ["docs/README.md leaves out b/c.md"]);
});

Deno.test("findDocFaults() holds commands against what they call", async () => {
  const files = {
    "scripts/start.ts": 'import { OPTIONS } from "./start/options.ts";',
    "scripts/start/options.ts": '  dev: { type: "boolean" },\n  "keep-all": { type: "boolean" },\n',
    "docker-compose.yml": "services:\n  web:\n    build: .\n",
    "deploy/compose/more.yml": "services:\n  db: {}\n",
    "deploy/kubernetes/base/web.yaml": "metadata:\n  name: talent-web\n",
    "openapi.json": JSON.stringify({
      paths: { "/jobs": { get: {}, post: {} }, "/jobs/{id}": { get: {} } },
    }),
  };
  const right = [
    "deno task start --dev --keep-all --help",
    "docker compose -f docker-compose.yml -f deploy/compose/more.yml up --detach --scale web=3 db",
    "docker compose exec -T db sh -c 'anything'",
    "kubectl apply --kustomize deploy/kubernetes/base",
    "kubectl --namespace talent rollout status deployment/talent-web",
    "curl -s localhost:8000/api/v1/jobs -H 'a: b' \\\n  --json '{}'",
    'curl -s "localhost:8000/api/v1/jobs/$JOB?grade=A" | jq .id',
  ];
  assert.deepEqual(await faultsOf({ ...files, "README.md": right.join("\n") }), []);
  const wrong = [
    "deno task start --fast",
    "docker compose -f deploy/compose/none.yml up worker",
    "docker compose exec database psql db",
    "kubectl apply -k deploy/kubernetes/none",
    "kubectl get job talent-none",
    "curl -X DELETE localhost:8000/api/v1/jobs/$JOB",
    "curl localhost:8000/api/v1/vacancies",
  ];
  assert.deepEqual(await faultsOf({ ...files, "README.md": wrong.join("\n") }), [
    "README.md: deno task start takes no --fast",
    "README.md: no manifest makes talent-none",
    "README.md: the API has no DELETE /jobs/$JOB",
    "README.md: the API has no GET /vacancies",
    "README.md: there is no compose file deploy/compose/none.yml",
    "README.md: there is no folder deploy/kubernetes/none",
    "README.md: there is no service database",
    "README.md: there is no service worker",
  ]);
});
