import { Counter, Durations } from "./instruments.ts";

/** Of an answer, until its head is sent. By the route's pattern, never by the path. */
export const requestDuration = new Durations({
  name: "http.server.request.duration",
  help: "Time until a request is answered, in seconds",
  labels: ["http.request.method", "http.route", "http.response.status_code"],
}, [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]);

export const taskDuration = new Durations({
  name: "talent.task.duration",
  help: "Time that one run of a task takes, in seconds",
  labels: ["task", "outcome"],
}, [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300]);

export const documentDuration = new Durations({
  name: "talent.document.duration",
  help: "Time that reading one file takes, in seconds",
  labels: ["outcome"],
}, [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]);

export const evaluations = new Counter({
  name: "talent.evaluations",
  help: "Résumés that were judged against a job and stored",
});

export const refusals = new Counter({
  name: "talent.refusals",
  help: "Files that were refused, by the code of the reason",
  labels: ["reason"],
});

export const cacheRequests = new Counter({
  name: "talent.cache.requests",
  help: "Looks for a kept answer: hit, miss, or bypass where it could not be used",
  labels: ["result"],
});

export const rateLimited = new Counter({
  name: "talent.rate_limited",
  help: "Uses that a limit refused, by the limit's name",
  labels: ["limit"],
});
