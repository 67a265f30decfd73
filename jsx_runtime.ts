import { jsxEscape as escapeOnce } from "npm:preact@10.29.8/jsx-runtime";

export {
  Fragment,
  type JSX,
  jsx,
  jsxAttr,
  jsxDEV,
  jsxs,
  jsxTemplate,
} from "npm:preact@10.29.8/jsx-runtime";

/**
 * What stands in a precompiled template. Strings of an array are left to the renderer, which
 * escapes them: Preact's own escapes them here too, and a name with "&" was shown with "&amp;".
 */
export function jsxEscape(value: unknown): ReturnType<typeof escapeOnce> {
  return Array.isArray(value) ? value as never : escapeOnce(value as never);
}
