import assert from "node:assert/strict";
import { findRoleDates } from "./role_dates.ts";

function parted(line: string): string {
  const found = findRoleDates(line);
  if (!found) return line;
  return `${line.slice(0, found.gap.start)} | ${line.slice(found.gap.end, found.end)}`;
}

Deno.test("findRoleDates() leaves a role's own brackets with the role", () => {
  const lines = {
    "Engineer, Polder\t2019 – now": "Engineer, Polder | 2019 – now",
    "Nurse, Zeekant, Mar 2020 - Dec. 2022": "Nurse, Zeekant | Mar 2020 - Dec. 2022",
    "Engineer (contract) 2016 – present": "Engineer (contract) | 2016 – present",
    "Docent wiskunde (0,8 fte) · 09/2019 - heden": "Docent wiskunde (0,8 fte) | 09/2019 - heden",
    "Engineer, Polder (2019 – 2021)": "Engineer, Polder | 2019 – 2021",
    "Engineer (Polder) (maart 2019 tot nu)": "Engineer (Polder) | maart 2019 tot nu",
    "Engineer (Polder, 2019 – 2021)": "Engineer (Polder, 2019 – 2021)",
  };
  assert.deepEqual(Object.keys(lines).map(parted), Object.values(lines));
});

Deno.test("findRoleDates() takes no word of the role for a month", () => {
  assert.equal(parted("Backend engineer 2016 – now"), "Backend engineer | 2016 – now");
  assert.equal(parted("Head of marketing 2016 – now"), "Head of marketing | 2016 – now");
  assert.equal(parted("Backend engineer June 2016 – now"), "Backend engineer | June 2016 – now");
});

Deno.test("findRoleDates() finds none in the midst of a line", () => {
  assert.equal(findRoleDates("From 2016 – 2018 at Polder"), null);
  assert.equal(findRoleDates("Engineer since 2016"), null);
});
