import { define } from "../../../../define.ts";
import { readOriginal } from "../../../../lib/hiring/resumes.ts";
import { pathId } from "../../../(_shared)/ids.ts";

const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  text: "text/plain",
} as const;

/** The file as it came, to be saved and not to be opened here. */
export const handler = define.handlers({
  async GET(ctx) {
    const { actor } = ctx.state;
    const { fileName, kind, bytes } = await readOriginal(actor, ctx.state, pathId(ctx.params.id));
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": kind ? TYPES[kind] : "application/octet-stream",
        "content-disposition": attachment(fileName),
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
      },
    });
  },
});

/** RFC 6266: a plain name for old clients, the whole one for the others. */
function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
