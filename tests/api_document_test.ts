import { validate } from "@readme/openapi-parser";
import assert from "node:assert/strict";
import type {
  ApiOperation,
  ApiResponse,
  HttpMethod,
  MediaType,
  OpenApiDocument,
} from "../lib/platform/openapi_types.ts";
import { currentDocument, documentText } from "../scripts/local/api_document.ts";
import { findBreaks, unacceptedBreaks } from "../scripts/local/api_breaks.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import { contractOf } from "./harness/contract.ts";

const committed = JSON.parse(
  await Deno.readTextFile(new URL("../openapi.json", import.meta.url)),
) as OpenApiDocument;
const accepted = await Deno.readTextFile(new URL("../openapi_breaks.txt", import.meta.url));

Deno.test("openapi.json is a valid document of OpenAPI 3.1", async () => {
  const result = await validate(structuredClone(committed) as never);
  assert.deepEqual(result.valid ? [] : result.errors, []);
  assert.equal(committed.openapi, "3.1.1");
  const { paths: _, ...broken } = structuredClone(committed);
  const refused = await validate({ ...broken, paths: { jobs: 1 } } as never);
  assert.ok(!refused.valid, "the library looks at nothing");
});

Deno.test("openapi.json is what the operations say, and breaks no caller", async () => {
  const document = await currentDocument();
  assert.deepEqual(unacceptedBreaks(findBreaks(committed, document), accepted), []);
  assert.equal(
    documentText(document),
    documentText(committed),
    "openapi.json is behind the operations: deno task check --fix",
  );
});

Deno.test("every operation has a tag and an example", async () => {
  for (const { method, path, operation } of await allOperations()) {
    assert.ok(operation.tag, `${method} ${path} has no tag`);
    assert.ok(
      Object.keys(operation.examples ?? {}).length > 0,
      `${method} ${path} has no example`,
    );
  }
});

Deno.test("every example of an answer is a whole answer", () => {
  const { faultOfValue } = contractOf(committed);
  let examples = 0;
  for (const [path, item] of Object.entries(committed.paths)) {
    for (const [method, { responses }] of Object.entries(item)) {
      for (const [status, response] of Object.entries(responses)) {
        const media = "content" in response ? response.content?.["application/json"] : undefined;
        for (const [name, { value }] of Object.entries(media?.examples ?? {})) {
          examples++;
          const fault = faultOfValue(media?.schema ?? {}, value);
          assert.equal(fault, undefined, `${method} ${path} ${status}, ${name}: ${fault}`);
        }
      }
    }
  }
  assert.ok(examples > 30, `${examples} examples`);
});

Deno.test("every example of a request is one that the document allows", () => {
  const { faultOfValue } = contractOf(committed);
  let examples = 0;
  const check = (name: string, { schema, examples: given = {} }: MediaType) => {
    for (const [title, { value }] of Object.entries(given)) {
      examples++;
      const fault = faultOfValue(schema, value);
      assert.equal(fault, undefined, `${name}, ${title}: ${fault}`);
    }
  };
  for (const [name, { parameters = [], requestBody }] of operationsOf(committed)) {
    for (const parameter of parameters) {
      if (!("$ref" in parameter)) check(`${name} ${parameter.name}`, parameter);
    }
    for (const [type, media] of Object.entries(requestBody?.content ?? {})) {
      check(`${name} ${type}`, media);
    }
  }
  assert.ok(examples > 100, `${examples} examples`);
});

Deno.test("a body must be given where the operation refuses to go without", async () => {
  const optional: string[] = [];
  for (const { method, path, operation } of await allOperations()) {
    const described = committed.paths[path]?.[method.toLowerCase() as HttpMethod];
    if (!operation.body) {
      assert.equal(described?.requestBody, undefined, `${method} ${path}`);
      continue;
    }
    const isTaken = operation.body.safeParse(undefined).success;
    assert.equal(described?.requestBody?.required, !isTaken, `${method} ${path}`);
    if (isTaken) optional.push(`${method} ${path}`);
  }
  for (
    const known of [
      "POST /refresh",
      "POST /logout",
      "POST /api_keys/{id}/rotate",
      "DELETE /user/{username}",
    ]
  ) assert.ok(optional.includes(known), known);
});

Deno.test("an answer of many values says what each of them is", () => {
  for (
    const [path, type, properties] of [
      ["/jobs/{id}/evaluations", "application/x-ndjson", ["score", "matches", "file_name"]],
      ["/jobs/{id}/events", "text/event-stream", ["counts", "resumes"]],
    ] as const
  ) {
    const response = committed.paths[path]?.get?.responses[200] as ApiResponse;
    const schema = response.content?.[type]?.schema.contentSchema;
    const named = schema?.$ref?.slice("#/components/schemas/".length);
    const { properties: known = {} } = named ? committed.components.schemas[named]! : schema!;
    for (const one of properties) assert.ok(Object.hasOwn(known, one), `${path} ${one}`);
  }
});

function operationsOf({ paths }: OpenApiDocument): [string, ApiOperation][] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]): [string, ApiOperation] => [`${method} ${path}`, one])
  );
}

/** The committed document with one thing changed. */
function changed(change: (document: OpenApiDocument) => void): string[] {
  const document = structuredClone(committed);
  change(document);
  return findBreaks(committed, document);
}

Deno.test("findBreaks() finds nothing where nothing breaks", () => {
  assert.deepEqual(changed(() => {}), []);
  const more = changed(({ components: { schemas }, paths }) => {
    (schemas.Job!.properties!)["colour"] = { type: "string" };
    schemas.Job!.required!.push("colour");
    schemas.Grade!.enum!.push("E");
    (schemas.JobInput!.properties!)["colour"] = { type: "string" };
    schemas.JobInput!.properties!.title!.maxLength = 1000;
    paths["/jobs"]!.get!.parameters!.push({ name: "x", in: "query", schema: { type: "string" } });
    paths["/colours"] = { get: paths["/jobs"]!.get! };
  });
  assert.deepEqual(more, []);
});

Deno.test("findBreaks() finds what breaks callers", () => {
  const cases: [string, (document: OpenApiDocument) => void][] = [
    ["GET /jobs: removed", ({ paths }) => delete paths["/jobs"]!.get],
    ["GET /jobs: query q removed", ({ paths }) => {
      const get = paths["/jobs"]!.get!;
      get.parameters = get.parameters!.filter((one) => "$ref" in one || one.name !== "q");
    }],
    ["GET /jobs: query colour must be given", ({ paths }) => {
      const schema = { type: "string" };
      paths["/jobs"]!.get!.parameters!.push({
        name: "colour",
        in: "query",
        required: true,
        schema,
      });
    }],
    ["GET /health: asks for a token", ({ paths }) => {
      paths["/health"]!.get!.security = [{ accessToken: [] }];
    }],
    ["POST /jobs: input.colour: must be given", ({ components: { schemas } }) => {
      (schemas.JobInput!.properties!)["colour"] = { type: "string" };
      schemas.JobInput!.required!.push("colour");
    }],
    ["POST /jobs: input.title: maxLength is narrower", ({ components: { schemas } }) => {
      schemas.JobInput!.properties!.title!.maxLength = 10;
    }],
    ["POST /jobs: input.title: string not taken any more", ({ components: { schemas } }) => {
      schemas.JobInput!.properties!.title!.type = "integer";
    }],
    ["POST /jobs: input.place: one of its shapes removed", ({ components: { schemas } }) => {
      schemas.JobInput!.properties!.place!.type = "string";
    }],
    ["POST /evaluations: application/json removed", ({ paths }) => {
      delete paths["/evaluations"]!.post!.requestBody!.content["application/json"];
    }],
    ["POST /refresh: body must be given", ({ paths }) => {
      paths["/refresh"]!.post!.requestBody!.required = true;
    }],
    ["GET /jobs/{id} 200: answer.title: removed", ({ components: { schemas } }) => {
      delete schemas.Job!.properties!.title;
    }],
    ["GET /jobs/{id} 200: answer.title: can be left out now", ({ components: { schemas } }) => {
      schemas.Job!.required = schemas.Job!.required!.filter((name) => name !== "title");
    }],
    ["GET /jobs/{id} 200: answer.title: can be integer now", ({ components: { schemas } }) => {
      schemas.Job!.properties!.title!.type = "integer";
    }],
    ['GET /resumes/{id} 200: answer.status: "failed" removed', ({ components: { schemas } }) => {
      schemas.ResumeStatus!.enum = schemas.ResumeStatus!.enum!.filter((one) => one !== "failed");
    }],
    ["DELETE /jobs/{id}: 204 removed", ({ paths }) => {
      delete paths["/jobs/{id}"]!.delete!.responses[204];
    }],
    ["POST /jobs/{id}/resumes: multipart/form-data removed", ({ paths }) => {
      delete paths["/jobs/{id}/resumes"]!.post!.requestBody!.content["multipart/form-data"];
    }],
  ];
  for (const [line, change] of cases) {
    const found = changed(change);
    assert.ok(found.includes(line), `${line} not in ${JSON.stringify(found)}`);
    assert.ok(!unacceptedBreaks(found, `# agreed\n${line}\n`).includes(line));
  }
});
