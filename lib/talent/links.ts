import { findLinks } from "./contact.ts";

export const LINK_KINDS = [
  "linkedin",
  "github",
  "gitlab",
  "stackoverflow",
  "behance",
  "dribbble",
  "orcid",
  "site",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A page that a résumé names: a profile, code, a portfolio, a site. */
export interface Link {
  readonly kind: LinkKind;
  /** With its scheme, http or https. */
  readonly url: string;
}

const HOSTS: Readonly<Record<string, LinkKind>> = {
  "linkedin.com": "linkedin",
  "github.com": "github",
  "github.io": "github",
  "gitlab.com": "gitlab",
  "stackoverflow.com": "stackoverflow",
  "behance.net": "behance",
  "behance.com": "behance",
  "dribbble.com": "dribbble",
  "orcid.org": "orcid",
};
const MAX_LINKS = 20;
const MAX_LENGTH = 255;
/** Signs of the sentence around an address, and the label of an exported profile. */
const AFTER = /\s?\([^()]{1,20}\)$|[.,;:!?'"”’\]>]{1,5}$/u;

/**
 * The pages that a résumé names, each once and in the order of the text, 20 at most. None is ever
 * opened here.
 */
export function linksIn(text: string): Link[] {
  const links = new Map<string, Link>();
  for (const { start, end } of findLinks(text)) {
    const link = toLink(text.slice(start, end).replace(AFTER, "").replace(AFTER, ""));
    const key = link?.url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
    if (link && key && !links.has(key)) links.set(key, link);
    if (links.size === MAX_LINKS) break;
  }
  return [...links.values()];
}

function toLink(written: string): Link | null {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return null;
  const { hostname, href, username, password } = new URL(address);
  // A name before the host is there to mislead.
  if (!/\.[a-z]{2,}$/.test(hostname) || username !== "" || password !== "") return null;
  const host = Object.keys(HOSTS).find((known) =>
    hostname === known || hostname.endsWith(`.${known}`)
  );
  return href.length > MAX_LENGTH ? null : { kind: HOSTS[host ?? ""] ?? "site", url: href };
}
