import { useEffect } from "preact/hooks";

export interface LookAgainProps {
  /** The id of the element that stands on this page for as long as it waits. */
  whileId: string;
}

const EVERY_MS = 1500;

/** Looks at this page again and again, and shows it anew when it waits no more. */
export function LookAgain({ whileId }: LookAgainProps) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const html = await fetch(location.href).then((answer) => answer.text()).catch(() => null);
      if (html !== null && !html.includes(`id="${whileId}"`)) location.reload();
      else timer = setTimeout(look, EVERY_MS);
    };
    timer = setTimeout(look, EVERY_MS);
    return () => clearTimeout(timer);
  }, [whileId]);
  return null;
}
