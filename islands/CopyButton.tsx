import { useSignal } from "@preact/signals";

export interface CopyButtonProps {
  text: string;
  word: string;
  /** What stands there once it is copied. */
  doneWord: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, word, doneWord }: CopyButtonProps) {
  const isDone = useSignal(false);
  const copy = async () => {
    // Where the browser forbids it, the text stands there to be selected.
    isDone.value = await navigator.clipboard?.writeText(text).then(() => true, () => false) ??
      false;
  };
  return (
    <button type="button" class="link with-script" onClick={copy}>
      <span role="status">{isDone.value ? doneWord : word}</span>
    </button>
  );
}
