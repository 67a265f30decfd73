import { Flow, layOut, revealed, withoutRepeats } from "../docx/flow.ts";
import { Archive } from "../docx/unzip.ts";
import { parseXml } from "../docx/xml.ts";
import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import { Inside, OdtBody } from "./body.ts";
import { OdtStyles } from "./styles.ts";

const MANIFEST = "META-INF/manifest.xml";

/** A protected document says in its list of parts how each was encrypted. */
function refuseEncrypted(archive: Archive): void {
  if (!archive.has(MANIFEST)) return;
  const open = (name: string) => {
    if (name.endsWith(":encryption-data")) throw new Refusal("encrypted");
  };
  parseXml(archive.unpack(MANIFEST), { open, close: () => {} });
}

/**
 * Reads an OpenDocument text (ODT): headers first, then the body with its tables, lists and text
 * boxes, footers last. Hidden, white and tiny runs are reported in `hidden`; deleted text is not
 * read.
 *
 * @throws {Refusal} `corrupt`, `encrypted`, `zip_bomb`, `empty`, `too_many_pages` or `too_much_text`.
 * @see https://docs.oasis-open.org/office/OpenDocument/v1.3/ for the elements
 */
export function readOdt(bytes: Uint8Array, limits: ReadLimits): DocumentText {
  const archive = new Archive(bytes);
  refuseEncrypted(archive);
  const styles = new OdtStyles();
  const parts = ["styles.xml", "content.xml"].filter((name) => archive.has(name));
  for (const part of parts) parseXml(archive.unpack(part), styles);
  const read = { header: [] as OdtBody[], footer: [] as OdtBody[], text: [] as OdtBody[] };
  const inside = new Inside(
    (name) => /^(?:style:(?:header|footer)(?:-left|-first)?|office:text)$/.test(name),
    (name) => {
      const body = new OdtBody(styles, limits.maxCharacters);
      const place = name.includes("header")
        ? "header"
        : name.includes("footer")
        ? "footer"
        : "text";
      read[place].push(body);
      return body;
    },
  );
  for (const part of parts) parseXml(archive.unpack(part), inside);
  if (read.text.length === 0) throw new Refusal("corrupt");
  const whole = new Flow();
  const flowsOf = (bodies: readonly OdtBody[]) => bodies.map(({ flow }) => flow);
  const { header, text: body, footer } = read;
  const flows = [
    ...withoutRepeats(flowsOf(header)),
    ...flowsOf(body),
    ...withoutRepeats(flowsOf(footer)),
  ];
  for (const flow of flows) {
    whole.append(flow);
    whole.endLine();
  }
  const hasBackdrop = [...header, ...body, ...footer].some((one) => one.hasBackdrop);
  const { text, pages, hidden } = layOut(hasBackdrop ? revealed(whole) : whole);
  if (text === "") throw new Refusal("empty");
  if (pages.length > limits.maxPages) {
    throw new Refusal("too_many_pages", { actual: pages.length, limit: limits.maxPages });
  }
  return { kind: "odt", text, pages, hidden, recognition: null, hasPhoto: null };
}
