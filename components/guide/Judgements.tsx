import type { OverrideEntry } from "../../lib/hiring/override_history.ts";
import type { Language } from "../../lib/talent/types.ts";
import { textsFor, type Translate } from "../../locales/translate.ts";
import { ChangeVerdict } from "../ChangeVerdict.tsx";
import type { SaidMatch } from "../evaluation_state.ts";
import { OverrideForm } from "../OverrideForm.tsx";
import { RequirementRow } from "../RequirementRow.tsx";
import { RequirementSection } from "../RequirementSection.tsx";
import { ResumeText } from "../ResumeText.tsx";
import { VerdictRow } from "../VerdictRow.tsx";
import { MATCHES, REQUIREMENTS } from "./examples.ts";
import { Specimen } from "./Specimen.tsx";

const nothing = () => {};

interface GuideProps {
  language: Language;
  t: Translate;
}

/** Requirements as one who may change them sees them, and as one who may not. */
export function RequirementRows({ language }: { language: Language }) {
  const texts = textsFor(language, "requirements.", "kind.", "level.", "common.");
  const of = (level: "required" | "nice_to_have", mayEdit: boolean) => (
    <RequirementSection
      jobId="guide"
      level={level}
      share={level === "required" ? 0.75 : 0.25}
      rows={REQUIREMENTS.filter((one) => one.level === level)}
      mayEdit={mayEdit}
      onAdd={nothing}
      onDrop={nothing}
      language={language}
      texts={texts}
    >
      {(one, at, all) => (
        <RequirementRow
          key={one.id}
          jobId="guide"
          requirement={one}
          mayEdit={mayEdit}
          unsaved={mayEdit && at === 2 ? "?" : null}
          lit={mayEdit && at === 0}
          onLight={nothing}
          onChange={nothing}
          onRemove={nothing}
          onStep={nothing}
          above={at}
          below={all.length - at - 1}
          language={language}
          texts={texts}
        />
      )}
    </RequirementSection>
  );
  return (
    <Specimen
      title="Requirement row"
      note="Changed in place; the first is lit, the third could not be saved. Then as a reader sees it."
      isWide
    >
      {of("required", true)}
      {of("nice_to_have", false)}
    </Specimen>
  );
}

const HISTORY: readonly OverrideEntry[] = [
  {
    id: "second",
    requirementId: "right-to-work-in-the-eu",
    requirementName: "Right to work in the EU",
    from: "PARTIAL",
    to: "YES",
    reason: "The permit was shown to me.",
    userName: "Marijke Oosterhuis",
    isOwn: true,
    createdAt: "2026-03-11T09:12:00Z",
    ended: null,
  },
  {
    id: "first",
    requirementId: "right-to-work-in-the-eu",
    requirementName: "Right to work in the EU",
    from: "PARTIAL",
    to: "NO",
    reason: "No permit was handed in.",
    userName: "Bram Visser",
    isOwn: false,
    createdAt: "2026-03-10T14:31:00Z",
    ended: {
      at: "2026-03-11T09:02:00Z",
      isReplaced: false,
      userName: "Bram Visser",
      isOwn: false,
    },
  },
];

/** Verdicts with their proof: the form to change one is open, and one was changed and undone. */
export function Overrides({ language, t }: GuideProps) {
  const row = (match: SaidMatch) => ({
    match,
    quotes: match.evidence.map(({ text }, at) => ({ id: `guide-quote-${at}`, text, page: 1 })),
    isSelected: match === MATCHES[0],
    onSelect: nothing,
    userId: "marijke",
    language,
    t,
  });
  return (
    <Specimen
      title="Verdict row, override"
      note="Selected; open, with what the change does; changed, with why, an undo and what was before."
      isWide
    >
      <ol>
        {MATCHES.map((match, at) => (
          <VerdictRow
            key={match.number}
            {...row(match)}
            history={match.override ? HISTORY : []}
            undo={match.override
              ? { action: "/resumes/guide/overrides/second/undo", run: nothing }
              : null}
          >
            <ChangeVerdict name={match.requirement.name} isOpen={at === 1} t={t}>
              <OverrideForm
                action="/resumes/guide/overrides"
                match={match}
                matches={MATCHES}
                weights={{ required: 6, niceToHave: 4 }}
                likeness={null}
                draft={{ verdict: "PARTIAL", reason: "" }}
                isReasonMissing={false}
                onDraft={nothing}
                onSave={nothing}
                onCancel={nothing}
                language={language}
                t={t}
              />
            </ChangeVerdict>
          </VerdictRow>
        ))}
      </ol>
    </Specimen>
  );
}

const TEXT =
  "Lena Berg\n\nExperience\nTidewater Bank, 2016 – present\n- Runs Kafka for twelve teams";

/** Text that a reader of the document does not see, where it was found. */
export function HiddenWords({ t }: { t: Translate }) {
  const at = TEXT.indexOf("Kafka");
  return (
    <Specimen title="Hidden text" note="In the résumé's text, where it was found; it never counts.">
      <div class="resume-text">
        <ResumeText
          resume={{
            text: TEXT,
            language: "en",
            pages: [{ start: 0, end: TEXT.length }],
            hidden: [{
              page: 1,
              at: TEXT.length,
              cause: "colour",
              text: "TypeScript Kafka expert",
            }],
          }}
          marks={[{ id: "guide-mark", number: "2", verdict: "YES", start: at, end: at + 5 }]}
          jobWords={["TypeScript"]}
          t={t}
        />
      </div>
    </Specimen>
  );
}
