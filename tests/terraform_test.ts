import assert from "node:assert/strict";
import { join, normalize } from "node:path";
import { Environment } from "../lib/platform/config_schema.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { isInstalled, textOf } from "./harness/deploy_files.ts";
import { readTerraform } from "./harness/terraform_files.ts";

const MODULES = await readTerraform();
const RESOURCES = MODULES.flatMap(({ folder, resources }) =>
  resources.map((resource) => ({ ...resource, at: `${folder}: ${resource.type}.${resource.name}` }))
);

const ofType = (...types: string[]) =>
  RESOURCES.filter(({ kind, type }) => kind === "resource" && types.includes(type));

const moduleAt = (folder: string) => MODULES.find((one) => one.folder === folder);

/** The text of a module without its comments, where words such as `var.x` mean nothing. */
const codeOf = (text: string) => text.replaceAll(/^\s*#.*$/gm, "");

Deno.test("every variable of Terraform is declared, described and used", () => {
  assert.ok(MODULES.length >= 14);
  for (const { folder, text, variables } of MODULES) {
    const used = new Set([...codeOf(text).matchAll(/\bvar\.(\w+)/g)].map(([, name = ""]) => name));
    const declared = new Set(Object.keys(variables));
    assert.deepEqual([...used.difference(declared)], [], `${folder} uses what it does not declare`);
    assert.deepEqual([...declared.difference(used)], [], `${folder} declares what it does not use`);
    for (const [name, { type, description }] of Object.entries(variables)) {
      assert.ok(type && description?.endsWith("."), `${folder}: variable ${name} says nothing`);
    }
  }
});

Deno.test("every call of a module gives just what it asks for, and takes what it answers", () => {
  for (const { folder, text, calls } of MODULES) {
    for (const [name, { source, ...given }] of Object.entries(calls)) {
      const called = moduleAt(normalize(join(folder, source)));
      assert.ok(called, `${folder}: module ${name} comes from nowhere: ${source}`);
      const required = Object.entries(called.variables)
        .filter(([, variable]) => !("default" in variable)).map(([variable]) => variable);
      for (const variable of required) {
        assert.ok(variable in given, `${folder}: ${name}.${variable}`);
      }
      for (const argument of Object.keys(given)) {
        assert.ok(argument in called.variables, `${folder}: ${name} knows no ${argument}`);
      }
    }
    for (const [, name = "", output = ""] of codeOf(text).matchAll(/\bmodule\.(\w+)\.(\w+)/g)) {
      const called = moduleAt(normalize(join(folder, calls[name]?.source ?? "")));
      assert.ok(called && output in called.outputs, `${folder}: module.${name}.${output}`);
    }
  }
});

Deno.test("every reference to a resource or a local leads to one", () => {
  for (const { folder, text, resources } of MODULES) {
    const code = codeOf(text);
    const known = new Set(
      resources.map(({ kind, type, name }) => `${kind === "data" ? "data." : ""}${type}.${name}`),
    );
    for (const [found] of code.matchAll(/(?<![\w."])(?:data\.)?(?:aws|random)_\w+\.\w+/g)) {
      assert.ok(known.has(found), `${folder}: there is no ${found}`);
    }
    const locals = new Set(
      [...code.matchAll(/^locals \{([\s\S]*?)^\}/gm)]
        .flatMap(([, body = ""]) => [...body.matchAll(/^ {2}(\w+)\s*=/gm)].map(([, name]) => name)),
    );
    for (const [, name = ""] of code.matchAll(/\blocal\.(\w+)/g)) {
      assert.ok(locals.has(name), `${folder}: there is no local.${name}`);
    }
  }
});

/** Where an ingress rule lets anybody in, by whichever way it is written. */
function isOpen(rule: Record<string, unknown>): boolean {
  return /0\.0\.0\.0\/0|::\/0/.test(JSON.stringify(rule));
}

Deno.test("nobody outside reaches anything but the load balancer's two ports", () => {
  const open = ofType("aws_vpc_security_group_ingress_rule", "aws_security_group_rule")
    .filter(({ body }) => isOpen(body));
  assert.deepEqual(open.map(({ name }) => name), ["public"]);
  assert.match(open[0]?.body.security_group_id, /aws_security_group\.load_balancer\.id/);
  assert.equal(open[0]?.body.for_each, '${toset(["80", "443"])}');
  for (const { at, body } of ofType("aws_security_group", "aws_default_security_group")) {
    for (const rule of body.ingress ?? []) assert.ok(!isOpen(rule), at);
  }
  for (const { at, body } of ofType("aws_db_instance")) {
    assert.equal(body.publicly_accessible, false, at);
  }
  for (const { at, body } of ofType("aws_ecs_service")) {
    assert.equal(body.network_configuration[0].assign_public_ip, false, at);
  }
  for (const { at, body } of ofType("aws_subnet")) {
    assert.notEqual(body.map_public_ip_on_launch, true, at);
  }
});

Deno.test("all that is kept is encrypted", () => {
  for (const { at, body } of ofType("aws_db_instance")) {
    assert.ok(body.storage_encrypted === true && body.kms_key_id, at);
    assert.ok(body.performance_insights_kms_key_id, at);
  }
  for (const { at, body } of ofType("aws_elasticache_replication_group")) {
    assert.ok(body.at_rest_encryption_enabled === true && body.kms_key_id, at);
    assert.ok(body.transit_encryption_enabled === true && body.auth_token, at);
  }
  for (const { at, body } of ofType("aws_cloudwatch_log_group", "aws_secretsmanager_secret")) {
    assert.ok(body.kms_key_id ?? body.kms_key_arn, at);
  }
  for (const { at, body } of ofType("aws_ecr_repository")) {
    assert.equal(body.encryption_configuration[0].encryption_type, "KMS", at);
    assert.equal(body.image_tag_mutability, "IMMUTABLE", at);
    assert.equal(body.image_scanning_configuration[0].scan_on_push, true, at);
  }
  for (const { at, body } of ofType("aws_sns_topic")) assert.ok(body.kms_master_key_id, at);
  for (const { at, body } of ofType("aws_kms_key")) {
    assert.equal(body.enable_key_rotation, true, at);
  }
  for (const { folder, text } of MODULES.filter(({ text }) => text.includes('backend "s3"'))) {
    assert.match(text, /encrypt\s+= true/, folder);
    assert.match(text, /use_lockfile\s+= true/, folder);
  }
});

Deno.test("buckets are encrypted, versioned and closed to the public", () => {
  const buckets = ofType("aws_s3_bucket");
  assert.equal(buckets.length, 2);
  for (const { at, name } of buckets) {
    const folder = at.split(":")[0] ?? "";
    const beside = (type: string) =>
      ofType(type).find((one) => one.at.startsWith(folder) && one.name === name)?.body;
    const block = beside("aws_s3_bucket_public_access_block");
    const flags = ["block_public_acls", "block_public_policy", "ignore_public_acls"];
    for (const flag of [...flags, "restrict_public_buckets"]) {
      assert.equal(block?.[flag], true, `${at}: ${flag}`);
    }
    const encryption = beside("aws_s3_bucket_server_side_encryption_configuration");
    const [by] = encryption?.rule[0].apply_server_side_encryption_by_default ?? [];
    assert.equal(by?.sse_algorithm, "aws:kms", at);
    const versioning = beside("aws_s3_bucket_versioning")?.versioning_configuration[0].status;
    assert.equal(versioning, "Enabled", at);
  }
  const documents = moduleAt("terraform/modules/documents");
  assert.match(documents?.text ?? "", /aws:SecureTransport/);
  assert.ok(
    documents?.resources.some(({ type }) => type === "aws_s3_bucket_lifecycle_configuration"),
  );
});

Deno.test("the database is backed up, and not deleted by mistake", () => {
  const [database] = ofType("aws_db_instance");
  assert.equal(database?.body.backup_retention_period, "${var.backup_days}");
  assert.equal(database?.body.multi_az, "${var.multi_az}");
  assert.equal(database?.body.lifecycle[0].prevent_destroy, true);
  const { installation } = moduleAt("terraform/environments/production")?.calls ?? {};
  assert.equal(installation.is_protected, true);
  assert.equal(installation.database.multi_az, true);
  assert.ok(installation.database.backup_days >= 7 && installation.redis.nodes >= 2);
});

Deno.test("no role may do everything, and TLS is not older than 1.2", () => {
  for (const { at, name, body } of RESOURCES) {
    if (!at.includes("aws_iam_policy_document")) continue;
    for (const { effect, actions } of body.statement) {
      // The key's own account must be able to manage it, and a refusal may refuse all.
      if (name === "key" || effect === "Deny") continue;
      for (const action of actions) assert.match(action, /^[\w-]+:\w+$/, `${at}: ${action}`);
    }
  }
  const [https] = ofType("aws_lb_listener").filter(({ body }) => body.protocol === "HTTPS");
  assert.match(https?.body.ssl_policy, /TLS13-1-2/);
  const [http] = ofType("aws_lb_listener").filter(({ body }) => body.protocol === "HTTP");
  assert.equal(http?.body.default_action[0].type, "redirect");
});

Deno.test("GitHub signs in from one environment of one repository", () => {
  const [assume] = RESOURCES.filter(({ at }) =>
    at.includes("github: aws_iam_policy_document.assume")
  );
  const conditions = assume?.body.statement[0].condition.map((one: Record<string, unknown>) => one);
  assert.deepEqual(conditions, [{
    test: "StringEquals",
    variable: "token.actions.githubusercontent.com:aud",
    values: ["sts.amazonaws.com"],
  }, {
    test: "StringEquals",
    variable: "token.actions.githubusercontent.com:sub",
    values: ["repo:${var.repository}:environment:${var.environment}"],
  }]);
});

Deno.test("the settings that Terraform gives are settings, and the stop fits its time", () => {
  const app = codeOf(moduleAt("terraform/modules/app")?.text ?? "");
  const installation = codeOf(moduleAt("terraform/modules/installation")?.text ?? "");
  const named = [...`${app}\n${installation}`.matchAll(/^ {4}([A-Z][A-Z0-9_]+)\s+=/gm)]
    .map(([, name = ""]) => name);
  assert.ok(named.length > 15);
  for (const name of named) {
    // The address of the owner is the DATABASE_URL of the task that migrates.
    const setting = name.replace(/^OWNER_/, "");
    assert.ok(setting in Environment.shape, `there is no setting ${name}`);
  }
  const seconds = (name: string) => Number(new RegExp(`${name}\\s+= "?(\\d+)`).exec(app)?.[1]);
  assert.ok(seconds("DRAIN_SECONDS") + seconds("SHUTDOWN_SECONDS") < seconds("stopTimeout"));
  // ECS waits no longer than two minutes.
  assert.ok(seconds("stopTimeout") <= 120);
});

Deno.test("the task that migrates alone is given what owns the database", () => {
  const app = codeOf(moduleAt("terraform/modules/app")?.text ?? "");
  const owners = ["OWNER_DATABASE_URL", "APP_DATABASE_PASSWORD", "ADMIN_PASSWORD"];
  const listed = /owner_secrets\s+= \[(.*)\]/.exec(app)?.[1] ?? "";
  assert.deepEqual([...listed.matchAll(/\w+/g)].map(([name]) => name), owners);
  const given = [...app.matchAll(/^\s+secrets\s+= \[for name, arn in local\.(\w+)/gm)]
    .map(([, map]) => map);
  assert.deepEqual(given, ["app_secrets", "migrate_secrets"]);
  assert.match(app, /DATABASE_URL\s+= var\.secret_arns\["OWNER_DATABASE_URL"\]/);
});

Deno.test("the examples name the variables of their environment", async () => {
  for (const name of ["staging", "production"]) {
    const folder = `terraform/environments/${name}`;
    const example = await textOf(`${folder}/terraform.tfvars.example`);
    const given = [...example.matchAll(/^(\w+)\s*=/gm)].map(([, variable]) => variable).toSorted();
    assert.deepEqual(given, Object.keys(moduleAt(folder)?.variables ?? {}).toSorted());
  }
});

Deno.test("no line ends in blanks, and none has tabs", () => {
  for (const { folder, text } of MODULES) {
    assert.ok(!/[ \t]+$/m.test(text) && !text.includes("\t"), folder);
  }
});

// The workflow has it; where it is missing, there is no such test.
if (await isInstalled("terraform")) {
  Deno.test("terraform fmt has nothing to change", async () => {
    const { success, stdout } = await new Deno.Command("terraform", {
      args: ["fmt", "-check", "-recursive", "-list=true", join(ROOT, "terraform")],
      env: { TF_CLI_CONFIG_FILE: "/dev/null" },
    }).output();
    assert.ok(success, new TextDecoder().decode(stdout));
  });
}

Deno.test("what it costs is added up right", async () => {
  const readme = await textOf("terraform/README.md");
  const tables = readme.split("**Sum**");
  assert.equal(tables.length, 4);
  for (const [index, table] of tables.slice(0, -1).entries()) {
    const rows = [...table.matchAll(/^\| [^|*]+\| ([\d.×÷+() ]+)\| +([\d.]+) \|$/gm)];
    assert.ok(rows.length >= 3);
    const amounts = rows.map(([, arithmetic = "", dollars = ""]) => {
      const expression = arithmetic.replaceAll("×", "*").replaceAll("÷", "/");
      const amount = Number(new Function(`return ${expression}`)());
      assert.ok(Math.abs(amount - Number(dollars)) < 0.006, `${arithmetic.trim()} is ${amount}`);
      return Number(dollars);
    });
    const sum = Number(/^ +\| +\| +([\d.]+) \|/.exec(tables[index + 1] ?? "")?.[1]);
    const added = amounts.reduce((all, one) => all + one, 0);
    assert.ok(Math.abs(sum - added) < 0.006, `${sum} is said, and ${added} is the sum`);
  }
});
