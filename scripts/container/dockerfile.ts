import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { ModifiableInstruction } from "dockerfile-ast/lib/modifiableInstruction.js";
import { SetupProblem } from "../local/problem.ts";

/** One instruction, its variables still as they are written. */
export interface Step {
  readonly keyword: string;
  /** Without the flags. */
  readonly words: readonly string[];
  /** All of it, line ends within it taken out; for RUN. */
  readonly text: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** What stands between one FROM and the next. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly steps: readonly Step[];
}

/**
 * The stages of a Dockerfile, the last of which is the image.
 *
 * @param args Values for what `ARG` declares before the first FROM; default: those it gives.
 */
export function readDockerfile(text: string, args: Record<string, string> = {}): Stage[] {
  const stages: { image: string; name: string | undefined; steps: Step[] }[] = [];
  const known = { ...args };
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = toStep(instruction);
    const stage = stages.at(-1);
    if (step.keyword === "FROM") {
      const [image = "", , name] = step.words;
      stages.push({ image: withVariables(image, known), name, steps: [] });
    } else if (stage) {
      stage.steps.push(step);
    } else if (step.keyword === "ARG") {
      const [name = "", value = ""] = step.words[0]?.split("=") ?? [];
      known[name] ??= value;
    }
  }
  return stages;
}

function toStep(instruction: Instruction): Step {
  const keyword = instruction.getKeyword();
  const text = (instruction.getRawArgumentsContent() ?? "").replaceAll(/\\\n\s*/g, "");
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  return {
    keyword,
    words: stringsIn(text) ?? words.filter((word) => !word.startsWith("--")),
    text,
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ""])),
  };
}

/** The strings of the JSON form, of a HEALTHCHECK too. */
function stringsIn(text: string): string[] | undefined {
  const json = /(?:^|CMD )(\[.*\])$/.exec(text)?.[1];
  return json === undefined ? undefined : JSON.parse(json) as string[];
}

/** @throws {SetupProblem} When a variable has no value. */
function withVariables(text: string, known: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) {
      throw new SetupProblem(`The Dockerfile leaves ${name} without a value`);
    }
    return value;
  });
}

/** The pairs of an ENV. */
export function pairsOf({ words }: Step): [string, string][] {
  return words.map((word) => {
    const at = word.indexOf("=");
    return [word.slice(0, at), word.slice(at + 1)];
  });
}
