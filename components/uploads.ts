import { type Signal, useSignal } from "@preact/signals";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";

/** A file on its way to the server. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: "queued" | "sending" | "failed" | "refused" | "duplicate";
  /** Of its bytes, from 0 to 1. */
  readonly sent: number;
}

export interface Uploads {
  /** Those that did not become a résumé (yet), in the order in which they were chosen. */
  readonly list: Signal<readonly Upload[]>;
  add(files: readonly File[]): void;
  retry(key: number): void;
  dismiss(key: number): void;
}

/** So many files travel at once: enough to fill the line, few enough for their bars to move. */
const AT_ONCE = 4;

/**
 * Sends files one by one, each in a request of its own, so that each has its progress and its
 * own answer.
 *
 * @param url The route that takes them.
 * @param onTaken Called for each file that became a résumé.
 */
export function useUploads(
  url: string,
  onTaken: (file: File, resume: AddedResume) => void,
): Uploads {
  const list = useSignal<readonly Upload[]>([]);
  const nextKey = useSignal(1);

  const set = (key: number, change: Partial<Upload>) => {
    list.value = list.value.map((one) => one.key === key ? { ...one, ...change } : one);
  };
  const drop = (key: number) => list.value = list.value.filter((one) => one.key !== key);

  const pump = () => {
    const sending = list.value.filter(({ state }) => state === "sending").length;
    const queued = list.value.filter(({ state }) => state === "queued");
    for (const one of queued.slice(0, Math.max(0, AT_ONCE - sending))) start(one);
  };

  const start = ({ key, file }: Upload) => {
    set(key, { state: "sending", sent: 0 });
    send(url, file, (sent) => set(key, { sent })).then((answer) => {
      if (typeof answer === "string") set(key, { state: answer });
      else if (answer.duplicate) set(key, { state: "duplicate", sent: 1 });
      else {
        onTaken(file, answer);
        drop(key);
      }
      pump();
    });
  };

  return {
    list,
    add(files) {
      const added = files.map((file): Upload => ({
        key: nextKey.value++,
        file,
        state: "queued",
        sent: 0,
      }));
      list.value = [...list.value, ...added];
      pump();
    },
    retry(key) {
      set(key, { state: "queued" });
      pump();
    },
    dismiss: drop,
  };
}

/** fetch() does not tell how much of a body is sent, so this is an XMLHttpRequest. */
function send(
  url: string,
  file: File,
  onProgress: (sent: number) => void,
): Promise<AddedResume | "failed" | "refused"> {
  const { promise, resolve } = Promise.withResolvers<AddedResume | "failed" | "refused">();
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("files", file, file.name);
  request.open("POST", url);
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const first = request.status === 200 ? request.response?.[0] : undefined;
    resolve(first ?? (request.status >= 400 && request.status < 500 ? "refused" : "failed"));
  };
  request.onerror = () => resolve("failed");
  request.onabort = () => resolve("failed");
  request.send(form);
  return promise;
}
