/** Education from low to high; hbo and wo bachelors are one step, as are their masters. */
export type DegreeLevel =
  | "secondary"
  | "mbo2"
  | "mbo3"
  | "mbo4"
  | "associate"
  | "bachelor"
  | "master"
  | "doctorate";

/** All levels, lowest first. */
export const DEGREE_LEVELS: readonly DegreeLevel[] = [
  "secondary",
  "mbo2",
  "mbo3",
  "mbo4",
  "associate",
  "bachelor",
  "master",
  "doctorate",
];
