import assert from "node:assert/strict";
import { nameIn } from "./requirement_name.ts";
import { readRequirement } from "./requirements.ts";

Deno.test("nameIn() says a known thing in the other language, and keeps all other words", () => {
  const rows: [name: string, en: string, nl: string][] = [
    ["Projectmanagement", "project management", "Projectmanagement"],
    ["Project management", "Project management", "projectmanagement"],
    ["Kubernetes", "Kubernetes", "Kubernetes"],
    ["Goede kennis van projectmanagement", "Goede kennis van projectmanagement", ""],
    ["Flurbisme", "Flurbisme", "Flurbisme"],
  ];
  for (const [name, en, nl] of rows) {
    const requirement = readRequirement(name);
    assert.equal(nameIn(requirement, "en"), en);
    assert.equal(nameIn(requirement, "nl"), nl || name);
  }
});
