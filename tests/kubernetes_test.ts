import assert from "node:assert/strict";
import { join } from "node:path";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { Job } from "kubernetes-models/batch/v1/Job";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { parseAllDocuments } from "yaml";
import { Environment } from "../lib/platform/config_schema.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { filesBelow, isInstalled, textOf, yamlOf } from "./harness/deploy_files.ts";

/** Each with Kubernetes' own schema. */
const KINDS = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
} as const;

// deno-lint-ignore no-explicit-any -- manifests, of which each test reads what it is about
type Manifest = any;

const FOLDER = "deploy/kubernetes";
const OVERLAYS = ["base", "overlays/staging", "overlays/production"];

const manifests = (await Promise.all(
  (await filesBelow(FOLDER, ".yaml")).map(async (path) =>
    (await yamlOf(path)).map((content) => ({ path, content: content as Manifest }))
  ),
)).flat().filter(({ path }) => !path.endsWith("/kustomization.yaml"));

const ofKind = (kind: string): Manifest[] =>
  manifests.map(({ content }) => content).filter((content) => content.kind === kind);

const pods = () =>
  [...ofKind("Deployment"), ...ofKind("Job")].map(({ metadata, spec: { template } }) => ({
    name: metadata.name as string,
    labels: template.metadata.labels,
    spec: template.spec,
  }));

function check(where: string, content: Manifest): void {
  const kind = KINDS[content.kind as keyof typeof KINDS];
  assert.ok(kind, `${where}: what is a ${content.kind}?`);
  const model = new kind(content);
  assert.equal(content.apiVersion, model.apiVersion, where);
  try {
    model.validate();
  } catch (error) {
    assert.fail(`${where}: ${(error as Error).message}`);
  }
}

Deno.test("the manifests fit the schemas of Kubernetes", () => {
  assert.ok(manifests.length > 12);
  for (const { path, content } of manifests) check(`${path}: ${content.kind}`, content);
  const [web] = ofKind("Deployment");
  const broken = structuredClone(web);
  broken.spec.template.spec.containers[0].ports[0].containerPort = "http";
  assert.throws(() => check("broken", broken), /containerPort must be integer/);
});

Deno.test("every file of the manifests is in a kustomization", async () => {
  for (const overlay of OVERLAYS) {
    const folder = `${FOLDER}/${overlay}`;
    const [kustomization] = await yamlOf(`${folder}/kustomization.yaml`) as Manifest[];
    const named: string[] = kustomization.resources;
    for (const name of named) await Deno.stat(join(ROOT, folder, name));
    const files = await filesBelow(folder, ".yaml");
    const others = files.filter((path) => !path.endsWith("/kustomization.yaml"));
    for (const path of others) {
      assert.ok(named.includes(path.slice(folder.length + 1)), `${path} is in none`);
    }
    for (const { target } of kustomization.patches ?? []) {
      const isThere = manifests.some(({ content }) =>
        content.kind === target.kind && content.metadata.name === target.name
      );
      assert.ok(isThere, `${overlay} patches ${target.kind} ${target.name}, which is not there`);
    }
  }
});

Deno.test("no pod of ours may do more than it must", () => {
  assert.equal(pods().length, 3);
  for (const { name, spec } of pods()) {
    const { runAsNonRoot, runAsUser, seccompProfile } = spec.securityContext;
    assert.deepEqual([runAsNonRoot, runAsUser, seccompProfile.type], [
      true,
      10001,
      "RuntimeDefault",
    ], name);
    assert.equal(spec.automountServiceAccountToken, false, name);
    for (const { securityContext, resources, image } of spec.containers) {
      assert.deepEqual(securityContext, {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      }, name);
      assert.ok(resources.requests.cpu && resources.requests.memory, name);
      assert.ok(resources.limits.memory, name);
      assert.equal(image, "talent-copilot", name);
    }
  }
  const [namespace] = ofKind("Namespace");
  assert.equal(namespace.metadata.labels["pod-security.kubernetes.io/enforce"], "restricted");
});

Deno.test("web and worker are probed, spread, scaled, and never away all at once", () => {
  for (const deployment of ofKind("Deployment")) {
    const { name } = deployment.metadata;
    const { spec } = deployment.spec.template;
    const [{ ports, livenessProbe, readinessProbe, startupProbe }] = spec.containers;
    const names = ports.map((port: Manifest) => port.name);
    assert.equal(startupProbe.httpGet.path, "/livez");
    assert.equal(livenessProbe.httpGet.path, "/livez");
    assert.equal(readinessProbe.httpGet.path, "/readyz");
    for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) {
      assert.ok(names.includes(httpGet.port), `${name}: nothing listens on ${httpGet.port}`);
    }
    assert.ok(spec.topologySpreadConstraints.length > 0, name);
    assert.equal(deployment.spec.replicas, undefined, `${name}: the autoscaler says how many`);
    const scaler = ofKind("HorizontalPodAutoscaler").find((one) =>
      one.spec.scaleTargetRef.name === name
    );
    assert.ok(scaler, `${name} is not scaled`);
    const labels = deployment.spec.selector.matchLabels;
    const budget = ofKind("PodDisruptionBudget").find((one) => one.metadata.name === name);
    assert.deepEqual(budget?.spec.selector.matchLabels, labels, name);
    assert.deepEqual(deployment.spec.template.metadata.labels, labels, name);
  }
  const worker = ofKind("HorizontalPodAutoscaler").find((one) =>
    one.metadata.name === "talent-worker"
  );
  assert.equal(worker.spec.metrics[0].external.metric.name, "talent_queue_depth");
});

Deno.test("a pod is given the time that the settings let a stop take", () => {
  const [{ data }] = ofKind("ConfigMap");
  const needed = Number(data.DRAIN_SECONDS) + Number(data.SHUTDOWN_SECONDS);
  for (const { spec: { template } } of ofKind("Deployment")) {
    assert.ok(template.spec.terminationGracePeriodSeconds > needed);
  }
});

Deno.test("the settings of the manifests are settings, and their secrets are mounted", () => {
  const [{ data }] = ofKind("ConfigMap");
  const own = pods().flatMap(({ spec }) =>
    spec.containers.flatMap((one: Manifest) => one.env ?? [])
  );
  const all = [...Object.entries(data), ...own.map(({ name, value }) => [name, value])];
  for (const [name, value] of all) {
    const setting = String(name).replace(/_FILE$/, "");
    assert.ok(setting in Environment.shape, `there is no setting ${name}`);
    if (setting !== name) assert.match(String(value), /^\/run\/talent\/[a-z_]+$/);
  }
  for (const { name, spec } of pods()) {
    const [{ envFrom, volumeMounts }] = spec.containers;
    assert.deepEqual(envFrom, [{ configMapRef: { name: "talent-settings" } }], name);
    assert.ok(volumeMounts.some((one: Manifest) => one.mountPath === "/run/talent"), name);
    const declared = spec.volumes.map((volume: Manifest) => volume.name);
    for (const mount of volumeMounts) assert.ok(declared.includes(mount.name), mount.name);
  }
});

Deno.test("the job of the migrations alone sees what owns the database, and tokens have their folder", () => {
  for (const { name, spec } of pods()) {
    const mounts = spec.containers.flatMap((one: Manifest) => one.volumeMounts);
    // Kubernetes and clouds mount tokens at /run/secrets, which a volume there would keep away.
    for (const { mountPath } of mounts) assert.doesNotMatch(mountPath, /^\/(var\/)?run\/secrets/);
    const seesOwner = JSON.stringify(spec).includes("owner");
    assert.equal(seesOwner, name === "talent-migrate", name);
  }
});

Deno.test("services choose pods that there are", () => {
  const components = pods().map(({ labels }) => labels["app.kubernetes.io/component"]);
  for (const service of ofKind("Service")) {
    assert.ok(components.includes(service.spec.selector["app.kubernetes.io/component"]));
  }
  const [{ spec: { rules } }] = ofKind("Ingress");
  for (const { http } of rules) {
    for (const { backend } of http.paths) {
      const service = ofKind("Service").find((one) => one.metadata.name === backend.service.name);
      const ports = service?.spec.ports.map((port: Manifest) => port.name);
      assert.ok(ports?.includes(backend.service.port.name));
    }
  }
});

const policyOf = (name: string): Manifest =>
  ofKind("NetworkPolicy").find(({ metadata }) => metadata.name === name)?.spec;

Deno.test("each pod is reached at what it listens on and nowhere else, the metrics of workers too", () => {
  for (const { name, labels, spec } of pods()) {
    const { podSelector, policyTypes, ingress } = policyOf(name);
    assert.deepEqual(podSelector.matchLabels, labels, name);
    assert.deepEqual(policyTypes, ["Ingress"], name);
    const open = ingress.flatMap((rule: Manifest) => rule.ports.map((one: Manifest) => one.port));
    const listening = spec.containers.flatMap((one: Manifest) => one.ports ?? []);
    assert.deepEqual(open, listening.map((port: Manifest) => port.name), name);
  }
  assert.equal(ofKind("NetworkPolicy").length, pods().length + 1, "a policy for each, and one out");
});

/** The ports that the guide names, by the setting whose service listens there. */
async function documentedPorts(): Promise<Map<string, number[]>> {
  const [, table = ""] = (await textOf("docs/deploy/kubernetes.md"))
    .split(/^\| setting +\| port +\|$/m);
  const rows = table.split("\n\n")[0]?.matchAll(/^\| `?(\w+)`? +\| ([\d, ]+?) +\|$/gm) ?? [];
  return new Map(Array.from(rows, ([, name = "", ports = ""]) => [
    name,
    ports.split(", ").map(Number),
  ]));
}

Deno.test("the way out is open to each service that a setting may name, and the guide names it", async () => {
  const { egress: [names, services, lender] } = policyOf("talent-out");
  assert.deepEqual(new Set(names.ports.map((one: Manifest) => one.port)), new Set([53]));
  const [{ ipBlock }] = services.to;
  assert.deepEqual(ipBlock, { cidr: "0.0.0.0/0", except: ["169.254.0.0/16"] });
  assert.deepEqual(lender, {
    to: [{ ipBlock: { cidr: "169.254.170.23/32" } }],
    ports: [{ port: 80 }],
  });
  const documented = await documentedPorts();
  const open: number[] = services.ports.map((one: Manifest) => one.port);
  assert.deepEqual(new Set(open), new Set([...documented.values()].flat()));
  const asked = [...Object.keys(Environment.shape), "OTEL_EXPORTER_OTLP_ENDPOINT"]
    .filter((name) => /_(URL|DSN|ENDPOINT)$/.test(name) && name !== "PUBLIC_URL")
    .map((name) => name.replace(/^REDIS_.*_URL$/, "REDIS_URL"));
  assert.deepEqual(new Set([...documented.keys()]), new Set([...asked, "webhooks"]));
});

/** What kustomize makes of a folder. */
async function kustomized(folder: string): Promise<Manifest[]> {
  const { success, stdout, stderr } = await new Deno.Command("kubectl", {
    args: ["kustomize", join(ROOT, FOLDER, folder)],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return parseAllDocuments(new TextDecoder().decode(stdout)).map((one) => one.toJS());
}

Deno.test("patches name what they replace", async () => {
  for (const overlay of OVERLAYS) {
    const [{ patches = [] }] = await yamlOf(
      `${FOLDER}/${overlay}/kustomization.yaml`,
    ) as Manifest[];
    for (const { target, patch } of patches) {
      const named = ofKind(target.kind).find((one) => one.metadata.name === target.name);
      for (const { op, path } of parseAllDocuments(patch)[0]?.toJS() ?? []) {
        const found = path.split("/").slice(1)
          .reduce((part: Manifest, key: string) => part?.[key], named);
        assert.ok(op === "replace" && found !== undefined, `${overlay}: ${path} replaces nothing`);
      }
    }
  }
});

// The workflow has it; where it is missing, there is no such test.
if (await isInstalled("kubectl")) {
  Deno.test("kustomize makes manifests of each overlay", async () => {
    for (const overlay of OVERLAYS) {
      for (const content of await kustomized(overlay)) {
        check(`${overlay}: ${content.kind} ${content.metadata.name}`, content);
        if (content.kind === "Deployment") {
          const [{ image }] = content.spec.template.spec.containers;
          assert.match(image, /^ghcr\.io\/[\w/-]+:\d+\.\d+\.\d+$/);
        }
      }
    }
  });
}

Deno.test("the folder is documented", async () => {
  const text = await textOf("docs/deploy/kubernetes.md");
  for (const overlay of OVERLAYS.slice(1)) {
    assert.ok(text.includes(`${FOLDER}/${overlay}`), overlay);
  }
});
