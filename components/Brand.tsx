/** The mark and the name; leads home. */
export function Brand({ name }: { name: string }) {
  return (
    <a class="brand" href="/">
      <svg width="16" height="13" viewBox="0 0 16 13" aria-hidden="true">
        <rect class="first" width="16" height="3" rx="1" />
        <rect class="second" y="5" width="11" height="3" rx="1" />
        <rect class="third" y="10" width="7" height="3" rx="1" />
      </svg>
      {name}
    </a>
  );
}
