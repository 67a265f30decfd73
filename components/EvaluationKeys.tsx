import { type KeyLine, KeyList, type KeyListProps } from "./KeyList.tsx";

const KEYS: readonly KeyLine[] = [
  [["J", "K"], "keys.move"],
  [["↓", "↑"], "keys.verdicts"],
  [["Enter"], "keys.quote"],
  [["⌫"], "keys.back_to_verdict"],
  [["E"], "keys.change"],
  [["S"], "keys.shortlist"],
  [["U"], "keys.undecided"],
  [["R"], "keys.reject"],
  [["/"], "keys.search"],
  [["?"], "keys.list"],
];

/** The keys of the evaluation, fetched when somebody asks for them. */
export function EvaluationKeys(props: Omit<KeyListProps, "lines">) {
  return <KeyList lines={KEYS} {...props} />;
}
