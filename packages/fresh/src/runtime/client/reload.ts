// Loads the page again when the development server comes back with other code.
let revision: string | undefined;

new EventSource("/_frsh/alive").addEventListener("revision", ({ data }) => {
  if (revision !== undefined && revision !== data) location.reload();
  revision = data;
});
