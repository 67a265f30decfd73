import type { Signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A component that most people never open, fetched when it is first wanted; undefined until it is
 * here. Where it cannot be fetched, it is no longer wanted, so that the next try is a new one.
 */
export function useLater<Props>(
  isWanted: Signal<boolean>,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | undefined {
  const [component, setComponent] = useState<ComponentType<Props>>();
  const wanted = isWanted.value;
  useEffect(() => {
    if (!wanted || component) return;
    load().then((loaded) => setComponent(() => loaded), () => isWanted.value = false);
  }, [wanted]);
  return component;
}
