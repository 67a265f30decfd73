import { useEffect, useRef } from "preact/hooks";

/** What single keys do, by `KeyboardEvent.key`; letters in lower case. */
export type Keys = Readonly<Record<string, () => void>>;

/**
 * Lets single keys act as long as the component stands: not while somebody types, holds a modifier
 * or has a dialog open. Escape acts in fields too, and whatever the setting says.
 *
 * @param isOn Whether this person wants single keys (WCAG 2.2, 2.1.4).
 */
export function useKeys(isOn: boolean, keys: Keys): void {
  const latest = useRef({ isOn, keys });
  latest.current = { isOn, keys };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actionOf(event, latest.current.isOn, latest.current.keys);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

const REPEATED = new Set(["j", "k"]);

function actionOf(event: KeyboardEvent, isOn: boolean, keys: Keys): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (document.querySelector("dialog[open]")) return undefined; // it has keys of its own
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "Escape") return own(keys, key);
  if (!isOn || (event.repeat && !REPEATED.has(key))) return undefined;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPED_IN)) return undefined;
  if (key === "Enter" && target?.closest(PRESSED)) return undefined;
  return own(keys, key);
}

function own(keys: Keys, key: string): (() => void) | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

const NOT_TYPED_IN = ["checkbox", "radio", "button", "submit", "file", "range"];

const TYPED_IN = [
  `input${NOT_TYPED_IN.map((type) => `:not([type="${type}"])`).join("")}`,
  "textarea",
  "select",
  "[contenteditable]",
].join();

/** What Enter presses by itself. */
const PRESSED = "a[href], button, summary, input";
