/** What a system keeps in a folder beside a person's files. */
const CLUTTER = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;
/** More than anybody uploads; a folder that links to itself ends here. */
const MOST_FILES = 5000;

/** The files that were dropped, those in dropped folders with them. */
export async function droppedFiles(data: DataTransfer | null): Promise<File[]> {
  // Asked for before the first await: afterwards the drop is forgotten.
  const entries = [...data?.items ?? []].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return withoutClutter([...data?.files ?? []]);
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return withoutClutter(files);
}

/** Leaves out what nobody meant to send. */
export function withoutClutter(files: readonly File[]): File[] {
  return files.filter(({ name }) => !CLUTTER.test(name));
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) files.push(file);
    return;
  }
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) {
    await collect(inner, files);
  }
}

/** Null when it cannot be read any more. */
function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** A folder tells a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([]))
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
