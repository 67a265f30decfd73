import assert from "node:assert/strict";
import fc from "fast-check";
import { readTarget, type Target } from "./target.ts";

function skills(target: Target): (string | null)[][] {
  assert.equal(target.type, "skills");
  if (target.type !== "skills") return [];
  return [target.anyOf, target.allOf].map((side) => side.map(({ skill }) => skill));
}

Deno.test("readTarget() tells alternatives from sums", () => {
  assert.deepEqual(skills(readTarget("Python or Go", "en")), [["python", "go"], []]);
  assert.deepEqual(skills(readTarget("Python and Go", "en")), [[], ["python", "go"]]);
  assert.deepEqual(skills(readTarget("Java, Kotlin of Scala", "nl")), [
    ["java", "kotlin", "scala"],
    [],
  ]);
  assert.deepEqual(
    skills(readTarget("message queues such as Kafka, RabbitMQ or Redis Streams", "en")),
    [
      ["message-queues", "kafka", "rabbitmq", "redis"],
      [],
    ],
  );
  assert.deepEqual(skills(readTarget("Salesforce of HubSpot", "nl"))[0]?.length, 2);
});

Deno.test("readTarget() reads what recruiters type", () => {
  assert.deepEqual(skills(readTarget("5 jaar ervaring met Java", "nl")), [["java"], []]);
  assert.deepEqual(skills(readTarget("Java (5+ years)", "en")), [["java"], []]);
  assert.deepEqual(skills(readTarget("Go", "en")), [["go"], []]);
  assert.deepEqual(skills(readTarget("C", "en")), [["c-language"], []]);
  assert.deepEqual(readTarget("HBO bachelor informatica", "nl"), {
    type: "degree",
    level: "bachelor",
    fields: ["informatica"],
    orEquivalent: false,
  });
  assert.deepEqual(readTarget("Dutch B2", "en"), { type: "language", code: "nl", level: "B2" });
  assert.deepEqual(readTarget("rijbewijs B", "nl").type, "credential");
  assert.deepEqual(readTarget("Valid driver's license", "en").type, "credential");
  assert.deepEqual(readTarget("Zeldzaamheidsregistratie", "nl"), {
    type: "credential",
    skill: null,
    terms: ["Zeldzaamheidsregistratie"],
  });
});

Deno.test("readTarget() knows an occupation, with and without its rank", () => {
  const target = readTarget("Senior backend engineer", "en");
  assert.ok(target.type === "experience" && target.role);
  assert.ok(target.type === "experience" && target.terms.includes("backend engineer"));
  const dutch = readTarget("ervaring als transportplanner", "nl");
  assert.ok(dutch.type === "experience" && dutch.role && dutch.terms.includes("transportplanner"));
});

Deno.test("readTarget() keeps experience of an unknown kind", () => {
  assert.deepEqual(readTarget("ervaring in een soortgelijke omgeving", "nl"), {
    type: "experience",
    role: false,
    skill: null,
    terms: [],
  });
});

Deno.test("readTarget() tells behaviour from craft", () => {
  assert.equal(readTarget("Stressbestendig", "nl").type, "soft");
  assert.equal(readTarget("explain findings to non-technical colleagues", "en").type, "soft");
  assert.equal(readTarget("Kubernetes", "en").type, "skills");
});

Deno.test("readTarget() keeps unknown words literally", () => {
  const target = readTarget("Flurbing of grommets", "en");
  assert.ok(target.type === "skills");
  assert.deepEqual(target.type === "skills" && target.anyOf[0]?.terms[0], "Flurbing of grommets");
});

Deno.test("readTarget() takes no word for a part of the language that it is written in", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty of valueOf"]) {
    assert.equal(readTarget(name, "nl").type, "skills");
  }
});

Deno.test("readTarget() always has a term to look for, or asks for any experience", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom("en", "nl"), (name, language) => {
      const target = readTarget(name, language as "en" | "nl");
      if (target.type !== "skills") return;
      const all = [...target.anyOf, ...target.allOf];
      assert.ok(all.length > 0);
      for (const { terms } of all) assert.ok(terms.length > 0);
    }),
  );
});

Deno.test("readTarget() leaves out that something similar will do, and says so", () => {
  const names = [
    "Mailchimp or a similar tool",
    "Mailchimp or another comparable system",
    "Mailchimp of een vergelijkbaar systeem",
    "Mailchimp of iets dergelijks",
    "Mailchimp of iets wat erop lijkt",
  ];
  for (const name of names) {
    const target = readTarget(name, "en");
    assert.deepEqual(skills(target), [["mailchimp"], []], name);
    assert.ok(target.type === "skills" && target.anyOf.every((one) => one.orSimilar), name);
  }
  const more = readTarget("Terraform or similar, and Kubernetes", "en");
  assert.ok(skills(more).flat().includes("kubernetes"), "what follows is asked for too");
  const plain = readTarget("Mailchimp of Klaviyo", "nl");
  assert.ok(plain.type === "skills" && plain.anyOf.every((one) => !one.orSimilar));
});

Deno.test("readTarget() reads a whole and its parts behind a colon", () => {
  const target = readTarget("Networking: routing, firewalls and VPN", "en");
  assert.ok(target.type === "skills");
  assert.equal(target.whole?.skill, "networking");
  assert.deepEqual(skills(target)[1]?.slice(-2), ["firewalls", "vpn"]);
  const dutch = readTarget("Netwerkbeheer: firewalls en VPN", "nl");
  assert.ok(dutch.type === "skills" && dutch.whole?.skill === "networking");
  const tools = readTarget("Programming: Java and Go", "en");
  assert.ok(tools.type === "skills" && tools.whole === undefined, "tools are asked for one by one");
});

Deno.test("readTarget() reads several languages, one of them or each", () => {
  const either = readTarget("Vloeiend Engels of Pools", "nl");
  assert.deepEqual(either, {
    type: "languages",
    anyOf: [{ code: "en", level: "C1" }, { code: "pl", level: "C1" }],
    allOf: [],
  });
  const both = readTarget("Fluent Dutch and English", "en");
  assert.ok(both.type === "languages" && both.allOf.length === 2);
  assert.deepEqual(readTarget("German, B1 or better", "en"), {
    type: "language",
    code: "de",
    level: "B1",
  });
});

Deno.test("readTarget() takes “as” within a name for no occupation", () => {
  const target = readTarget("Infrastructure as code with Terraform or Ansible", "en");
  assert.equal(target.type, "skills");
  assert.equal(readTarget("Ervaring als kok", "nl").type, "experience");
  assert.equal(readTarget("Two years as a cook", "en").type, "experience");
});

Deno.test("readTarget() asks for each of two qualities, and once for one among people", () => {
  assert.deepEqual(skills(readTarget("Analytical and accurate", "en"))[1]?.length, 2);
  assert.deepEqual(skills(readTarget("Analytisch en nauwkeurig", "nl"))[1]?.length, 2);
  assert.equal(
    readTarget("Communicating clearly with residents and the client", "en").type,
    "soft",
  );
  assert.equal(
    readTarget("Helder communiceren met bewoners en opdrachtgever", "nl").type,
    "soft",
  );
});

Deno.test("readTarget() reads a finished master", () => {
  for (const name of ["Afgeronde master Nederlands recht", "Een master bedrijfskunde"]) {
    const target = readTarget(name, "nl");
    assert.ok(target.type === "degree" && target.level === "master", name);
  }
  assert.notEqual(readTarget("Certified Scrum master", "en").type, "degree");
});
