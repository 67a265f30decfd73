import type { ComponentChildren } from "preact";

/** One part of the guide: what it is about at the left, what it looks like at the right. */
export function Specimen(
  { title, note, isWide, children }: {
    title: string;
    note: string;
    /** Whether it needs the whole width, below its title. */
    isWide?: boolean;
    children: ComponentChildren;
  },
) {
  return (
    <section class={isWide ? "specimen is-wide" : "specimen"}>
      <div>
        <h2>{title}</h2>
        <p>{note}</p>
      </div>
      <div class="specimen-body">{children}</div>
    </section>
  );
}

/** Things beside each other, which wrap. */
export function Line({ children }: { children: ComponentChildren }) {
  return <div class="specimen-line">{children}</div>;
}

/** Things in columns of one width; one below the other on a phone. */
export function Columns({ of, children }: { of: 2 | 3; children: ComponentChildren }) {
  return <div class={`specimen-columns of-${of}`}>{children}</div>;
}
