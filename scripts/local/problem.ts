/** Something that the person who starts us can put right; shown without a stack. */
export class SetupProblem extends Error {
  override readonly name = "SetupProblem";
}
