export { Builder, type BuildOptions, type ResolvedBuildConfig } from "./builder.ts";
export type {
  OnTransformArgs,
  OnTransformOptions,
  OnTransformResult,
  TransformFn,
  TransformMode,
} from "./transform.ts";
