import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";

/** Why a file did not become a résumé. */
export type UploadFailure = "failed" | "refused" | "full" | "signed_out";

/** A file on its way to the server. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: "queued" | "sending" | "duplicate" | UploadFailure;
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

/** Codes of a workspace that has used up what it may add or keep. */
const FULL: ReadonlySet<unknown> = new Set(["quota_exceeded", "storage_full"]);

/** So many files travel at once: enough to fill the line, few enough for their bars to move. */
const AT_ONCE = 4;

/** Chosen, and not with the server yet. */
export function isUnderWay({ state }: Upload): boolean {
  return state === "queued" || state === "sending";
}

/**
 * Sends files one by one, each in a request of its own, so that each has its progress and its
 * own answer. What waits for signing in goes on by itself when the page is looked at again.
 *
 * @param url The route that takes them.
 * @param onTaken Called with the résumés that a file became; of a ZIP there are several.
 */
export function useUploads(
  url: string,
  onTaken: (file: File, resumes: readonly AddedResume[]) => void,
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
    send<AddedResume[]>(url, file, (sent) => set(key, { sent })).then((answer) => {
      if (typeof answer === "string") set(key, { state: answer });
      else if (answer.every(({ duplicate }) => duplicate)) {
        set(key, { state: "duplicate", sent: 1 });
      } else {
        onTaken(file, answer.filter(({ duplicate }) => !duplicate));
        drop(key);
      }
      pump();
    });
  };

  useEffect(() => {
    const goOn = () => {
      if (document.visibilityState !== "visible") return;
      list.value = list.value.map((one) =>
        one.state === "signed_out" ? { ...one, state: "queued" } : one
      );
      pump();
    };
    const hold = (event: BeforeUnloadEvent) => {
      if (list.value.some(isUnderWay)) event.preventDefault();
    };
    document.addEventListener("visibilitychange", goOn);
    addEventListener("beforeunload", hold);
    return () => {
      document.removeEventListener("visibilitychange", goOn);
      removeEventListener("beforeunload", hold);
    };
  }, []);

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

/** Sends one file. fetch() does not tell how much of a body is sent, so by an XMLHttpRequest. */
export function send<T>(
  url: string,
  file: File,
  onProgress: (sent: number) => void,
): Promise<T | UploadFailure> {
  const { promise, resolve } = Promise.withResolvers<T | UploadFailure>();
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("files", file, file.name);
  request.open("POST", url);
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const { status, response } = request;
    if (status === 200 && response) resolve(response);
    else if (status === 401) resolve("signed_out");
    else if (FULL.has(response?.code)) resolve("full");
    else resolve(status >= 400 && status < 500 ? "refused" : "failed");
  };
  request.onerror = () => resolve("failed");
  request.onabort = () => resolve("failed");
  request.send(form);
  return promise;
}
