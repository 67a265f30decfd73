/** Opens the browser's print dialog; without JavaScript the page names the keys instead. */
export function PrintButton({ word }: { word: string }) {
  return (
    <button
      type="button"
      class="btn btn-primary with-script"
      onClick={() => globalThis.print()}
    >
      {word}
    </button>
  );
}
