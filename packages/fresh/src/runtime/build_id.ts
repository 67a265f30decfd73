/** Carries the build's id to the browser, on the script that hydrates. */
export const BUILD_ID_ATTRIBUTE = "data-frsh-build";

let current = "";

/** Names the build whose assets are served; "" before there is one. */
export function buildId(): string {
  if (current === "" && typeof document !== "undefined") {
    current = document.querySelector(`[${BUILD_ID_ATTRIBUTE}]`)
      ?.getAttribute(BUILD_ID_ATTRIBUTE) ?? "";
  }
  return current;
}

export function setBuildId(id: string): void {
  current = id;
}
