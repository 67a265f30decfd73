import assert from "node:assert/strict";
import { Lexicon } from "../lib/talent/lexicon.ts";
import type { LexiconFile } from "../lib/talent/lexicon_types.ts";
import { findMentions, mentionsIn } from "../lib/talent/mentions.ts";

const ESCO: Readonly<Record<string, string>> = {
  "skills_en.csv": [
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status",
    'KnowledgeSkillCompetence,urn:s1,skill/competence,,polish amber,"amber polishing\nshine amber",released',
    'KnowledgeSkillCompetence,urn:s2,knowledge,,"amber, raw and cut",,released',
    "KnowledgeSkillCompetence,urn:s3,skill/competence,,Python,,released",
    "KnowledgeSkillCompetence,urn:s4,skill/competence,,forge quills,,obsolete",
  ].join("\r\n"),
  "skills_nl.csv": [
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status",
    "KnowledgeSkillCompetence,urn:s1,skill/competence,,barnsteen polijsten,,released",
  ].join("\n"),
  "occupations_en.csv": [
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status",
    'Occupation,urn:o1,7313,amber cutter,"amber cutters",released',
  ].join("\n"),
  "broaderRelationsSkillPillar_en.csv":
    "conceptType,conceptUri,broaderType,broaderUri\nX,urn:s1,X,urn:s2\nX,urn:s1,X,urn:gone\n",
  "skillSkillRelations_en.csv":
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\nurn:s2,x,optional,x,urn:s1\n",
};

const COMPETENTNL: Readonly<Record<string, string>> = {
  "vaardigheden.csv":
    "uri,type,skos:prefLabel,skos:altLabel,skos:broader\nurn:a,Vaardigheid,Molenstenen scherpen,stenen billen|billen,urn:b\nurn:b,Kennisgebied,Molenkunde,,\n",
  "beroepen.csv": "uri,type,skos:prefLabel\nurn:c,Beroep,Beroepsmolenaar\n",
};

async function run(source: string, files: Readonly<Record<string, string>>, out?: string) {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const to = out ?? `${folder}/out.json`;
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "scripts/lexicon_import.ts", source, folder, to],
    }).output();
    const text = code === 0 ? await Deno.readTextFile(to) : "";
    const said = new TextDecoder().decode(code === 0 ? stdout : stderr);
    return { code, said, file: text === "" ? null : JSON.parse(text) as LexiconFile };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("lexicon:import reads ESCO's release beside our own entries", async () => {
  const { code, said, file } = await run("esco", ESCO);
  assert.equal(code, 0, said);
  assert.match(said, /3 entries .*; 1 were known, 1 relations led elsewhere/);
  assert.ok(file);
  assert.deepEqual(file.skills, [
    {
      id: "esco-amber-cutter",
      type: "occupation",
      en: ["amber cutter", "amber cutters"],
      nl: ["amber cutter", "amber cutters"],
    },
    {
      id: "esco-amber-raw-and-cut",
      type: "knowledge",
      en: ["amber, raw and cut"],
      nl: ["amber, raw and cut"],
    },
    {
      id: "esco-polish-amber",
      type: "skill",
      en: ["polish amber", "amber polishing", "shine amber"],
      nl: ["barnsteen polijsten"],
      broader: ["esco-amber-raw-and-cut"],
    },
  ]);
  const words = new Lexicon([file]);
  const text = "Barnsteen polijsten";
  assert.deepEqual(mentionsIn(words, text).map(({ skill }) => skill), ["esco-polish-amber"]);
  const ours = findMentions(text).map(({ skill }) => skill);
  assert.ok(!ours.includes("esco-polish-amber"), "our own lexicon stays as it is");
});

Deno.test("lexicon:import reads CompetentNL's concepts", async () => {
  const { code, said, file } = await run("competentnl", COMPETENTNL);
  assert.equal(code, 0, said);
  assert.deepEqual(file?.skills.map(({ id, type }) => [id, type]), [
    ["competentnl-beroepsmolenaar", "occupation"],
    ["competentnl-molenkunde", "knowledge"],
    ["competentnl-molenstenen-scherpen", "skill"],
  ]);
  assert.deepEqual(file.skills[2]?.broader, ["competentnl-molenkunde"]);
});

Deno.test("lexicon:import refuses a place among our own files, and a folder without concepts", async () => {
  assert.equal((await run("esco", ESCO, "lib/talent/lexicon/esco.json")).code, 2);
  const empty = await run("esco", { "other.csv": "a,b\n1,2\n" });
  assert.equal(empty.code, 2);
  assert.match(empty.said, /no concepts of esco/);
});
