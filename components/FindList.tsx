import type { ComponentChildren } from "preact";
import type { FindItem } from "./find_items.ts";
import { Marks } from "./Marks.tsx";

export interface FindListProps {
  title: string;
  items: readonly FindItem[];
  /** The way to more of them. */
  children?: ComponentChildren;
}

/** What was found of one kind, as links and forms; nothing when there is none. */
export function FindList({ title, items, children }: FindListProps) {
  if (items.length === 0) return null;
  return (
    <section class="mt-7" aria-label={title}>
      <h2 class="mb-1">{title}</h2>
      <ul>
        {items.map((item, index) => (
          <li key={index} class="border-b border-line-faint">
            <Item item={item} />
          </li>
        ))}
      </ul>
      {children && <p class="mt-3">{children}</p>}
    </section>
  );
}

function Item({ item }: { item: FindItem }) {
  const { href, title, more, quote, fields } = item;
  const words = (
    <>
      <span class="name">
        <Marks parts={title} />
      </span>
      {more && <span class="under-name truncate">{more}</span>}
      {quote && (
        <span class="under-name">
          <Marks parts={quote} />
        </span>
      )}
    </>
  );
  if (!fields) return <a class="row-link py-2" href={href}>{words}</a>;
  return (
    <form method="post" action={href}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="row-link w-full py-2 text-start">{words}</button>
    </form>
  );
}
