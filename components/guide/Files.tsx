import type { Language } from "../../lib/talent/types.ts";
import { textsFor, type Translate } from "../../locales/translate.ts";
import { DropZone } from "../DropZone.tsx";
import { FILE_ICONS, FileRow } from "../FileRow.tsx";
import type { FileOfJob } from "../FileState.tsx";
import { IconSprite } from "../Icon.tsx";
import { UploadCells } from "../UploadCells.tsx";
import type { Upload } from "../uploads.ts";
import { Specimen } from "./Specimen.tsx";

const nothing = () => {};

/** Where files are dropped. */
export function DropZones({ language }: { language: Language }) {
  const zone = {
    job: { id: "guide", title: "Senior backend engineer" },
    limits: { maxFiles: 200, maxBytes: 10 * 1024 * 1024 },
    language,
    texts: textsFor(language, "resumes."),
    onFiles: nothing,
  };
  return (
    <Specimen title="Drop zone" note="Rest, a file above it, busy, and what it does not take.">
      <DropZone {...zone} />
      <DropZone {...zone} filesOver={14} />
      <DropZone {...zone} underWay={3} />
      <DropZone {...zone} refused={{ kind: "nothing" }} />
      <DropZone {...zone} refused={{ kind: "too_many", count: 240 }} />
    </Specimen>
  );
}

const UPLOADS: readonly Partial<Upload>[] = [
  { state: "queued" },
  { state: "sending", sent: 0.4 },
  { state: "duplicate" },
  { state: "failed" },
  { state: "signed_out" },
  { state: "refused" },
];

const FILES: readonly Partial<FileOfJob>[] = [
  { status: "waiting" },
  { status: "reading" },
  { status: "judging" },
  { status: "done", pageCount: 2, language: "en", candidate: { name: "Amara Okafor" } },
  {
    status: "done",
    candidate: { name: "Amara Okafor" },
    samePerson: { resumeId: "guide", createdAt: "2026-03-02T09:00:00Z" },
  },
  { status: "failed", error: { code: "encrypted", params: {} } },
  { status: "failed", error: { code: "internal", params: {} } },
];

/** A file from the moment it is chosen. */
export function FileRows({ language, t }: { language: Language; t: Translate }) {
  const texts = textsFor(
    language,
    "resumes.",
    "refusal.",
    "common.",
    "progress.",
    "ranking.unnamed",
  );
  const uploads = UPLOADS.map((one, key): Upload => ({
    key,
    file: new File([], `upload-${key + 1}.pdf`),
    state: "queued",
    sent: 0,
    ...one,
  }));
  const files = FILES.map((one, at): FileOfJob => ({
    id: `file-${at}`,
    fileName: `resume-${at + 1}.pdf`,
    sizeBytes: 84_000 * (at + 1),
    status: "waiting",
    error: null,
    language: null,
    pageCount: 0,
    candidate: null,
    ...one,
  }));
  return (
    <Specimen title="File row" note="On its way, being read, read; or what it needs from you.">
      <IconSprite strokes={FILE_ICONS} />
      <table class="data-table files-table as-blocks" role="table" aria-label={t("resumes.files")}>
        <tbody role="rowgroup">
          {uploads.map((upload) => (
            <tr role="row" class="row" key={upload.key}>
              <UploadCells
                upload={upload}
                language={language}
                texts={texts}
                onRetry={nothing}
                onDismiss={nothing}
              />
            </tr>
          ))}
          {files.map((resume) => (
            <tr role="row" class="row" key={resume.id}>
              <FileRow
                resume={resume}
                requirements={13}
                jobId="guide"
                actions={{ onRetry: nothing, onReplace: nothing, onRemove: nothing }}
                language={language}
                texts={texts}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Specimen>
  );
}
