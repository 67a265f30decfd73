import assert from "node:assert/strict";
import { filesBelow, textOf, yamlOf } from "./harness/deploy_files.ts";

const FOLDER = ".github/workflows";
const WORKFLOWS = await filesBelow(FOLDER, ".yml");

// deno-lint-ignore no-explicit-any -- workflows, of which each test reads what it is about
type Workflow = any;

const { tasks } = JSON.parse(await textOf("deno.json")) as { tasks: Record<string, unknown> };

/** What GitHub has and the linter does not know yet. */
const NEWER = [
  /^label "ubuntu-24\.04(-arm)?" is unknown/,
  /^undefined variable "vars"/,
  /^unknown permission scope "attestations"/,
];

interface Fault {
  readonly line: number;
  readonly message: string;
}

/** Lints one workflow after the other. */
class Linter implements Disposable {
  readonly #worker = new Worker(new URL("./harness/workflow_linter.ts", import.meta.url), {
    type: "module",
  });

  lint(path: string, text: string): Promise<Fault[]> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }) => resolve(data);
      this.#worker.onerror = ({ message }) => reject(new Error(message));
      this.#worker.postMessage({ path, text });
    });
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}

Deno.test("the workflows are as GitHub reads them", async () => {
  using linter = new Linter();
  assert.ok(WORKFLOWS.length >= 6);
  const faults: string[] = [];
  for (const path of WORKFLOWS) {
    for (const { line, message } of await linter.lint(path, await textOf(path))) {
      if (NEWER.some((known) => known.test(message))) continue;
      faults.push(`${path}:${line}: ${message}`);
    }
  }
  assert.deepEqual(faults, []);
  const wrong = "on: push\njobs: { a: { steps: [] } }";
  assert.notDeepEqual(await linter.lint(`${FOLDER}/x.yml`, wrong), []);
});

Deno.test("the workflows run tasks and scripts that there are, by the Deno of the tests", async () => {
  const [, version = ""] = /deno@([\d.]+)/.exec(await textOf(".ci/run")) ?? [];
  for (const path of [...WORKFLOWS, ".pre-commit-config.yaml"]) {
    const text = await textOf(path);
    for (const [, task = ""] of text.matchAll(/deno task ([\w:]+)/g)) {
      assert.ok(task in tasks, `${path}: there is no task ${task}`);
    }
    for (const [, named] of text.matchAll(/(?:deno-version|DENO_VERSION): (\d[\d.]*)/g)) {
      assert.equal(named, version, path);
    }
  }
  const devcontainer = await textOf(".devcontainer/Dockerfile");
  assert.ok(devcontainer.includes(`denoland/deno:debian-${version}\n`));
});

Deno.test("a workflow may do only what its jobs ask for", async () => {
  for (const path of WORKFLOWS) {
    const [workflow] = await yamlOf(path) as Workflow[];
    assert.deepEqual(workflow.permissions, { contents: "read" }, path);
    assert.ok(!JSON.stringify(workflow.on).includes("pull_request_target"), path);
    for (const [name, job] of Object.entries<Workflow>(workflow.jobs)) {
      assert.ok(job.uses ?? job["timeout-minutes"] <= 60, `${path}: ${name} has no limit`);
      for (const { uses } of job.steps ?? []) {
        if (uses === undefined) continue;
        assert.match(uses, /^[\w.-]+\/[\w./-]+@v?\d+(\.\d+)*$/, `${path}: ${name}`);
      }
    }
  }
});

Deno.test("a release has provenance and a list of what is in it", async () => {
  const [{ jobs }] = await yamlOf(`${FOLDER}/release.yml`) as Workflow[];
  const steps = Object.values<Workflow>(jobs).flatMap(({ steps = [] }) => steps);
  const build = steps.find(({ uses = "" }) => uses.startsWith("docker/build-push-action@"));
  assert.equal(build.with.provenance, "mode=max");
  assert.equal(build.with.sbom, true);
  assert.ok(steps.some(({ uses = "" }) => uses.startsWith("actions/attest-build-provenance@")));
  assert.ok(steps.some(({ uses = "" }) => uses.startsWith("anchore/sbom-action@")));
});

Deno.test("templates, hooks and the devcontainer are complete", async () => {
  for (const path of await filesBelow(".github/ISSUE_TEMPLATE", ".yml")) {
    const [form] = await yamlOf(path) as Workflow[];
    if (path.endsWith("/config.yml")) {
      assert.equal(form.blank_issues_enabled, false);
      continue;
    }
    assert.ok(form.name && form.description && form.labels.length > 0, path);
    const ids = form.body.filter((part: Workflow) => part.type !== "markdown")
      .map((part: Workflow) => part.id);
    assert.equal(new Set(ids).size, ids.length, path);
    assert.ok(form.body.some((part: Workflow) => part.validations?.required), path);
  }
  const [{ repos }] = await yamlOf(".pre-commit-config.yaml") as Workflow[];
  const hooks = repos.flatMap((repo: Workflow) => repo.hooks.map((hook: Workflow) => hook.id));
  for (const hook of ["check-added-large-files", "gitleaks", "precommit"]) {
    assert.ok(hooks.includes(hook), hook);
  }
  const devcontainer = JSON.parse(await textOf(".devcontainer/devcontainer.json"));
  assert.equal(devcontainer.build.dockerfile, "Dockerfile");
  const [{ updates }] = await yamlOf(".github/dependabot.yml") as Workflow[];
  for (const { directory, directories = [directory] } of updates) {
    for (const folder of directories) await Deno.stat(new URL(`..${folder}`, import.meta.url));
  }
  await textOf(".github/pull_request_template.md");
});

Deno.test("every way to run it is documented, and every file of it is named", async () => {
  const [readme, architecture] = await Promise.all([
    textOf("README.md"),
    textOf("docs/architecture.md"),
  ]);
  for (const page of await filesBelow("docs/deploy", ".md")) {
    assert.ok(readme.includes(page), `README.md does not lead to ${page}`);
  }
  for (const folder of ["deploy/", "terraform/", "Dockerfile"]) {
    assert.ok(architecture.includes(folder), `docs/architecture.md leaves ${folder} out`);
  }
  const pages = (await Promise.all((await filesBelow("docs/deploy", ".md")).map(textOf))).join(
    "\n",
  );
  for (const path of await filesBelow("deploy/compose", ".yml")) {
    assert.ok(pages.includes(path), `docs/deploy leaves ${path} out`);
  }
});
