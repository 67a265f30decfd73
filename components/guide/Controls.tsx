import { Button } from "../Button.tsx";
import { Area, Field } from "../Field.tsx";
import { Checkbox, Choice, Switch } from "../Toggle.tsx";
import { Columns, Line, Specimen } from "./Specimen.tsx";
import { ToolIcon } from "../ToolIcon.tsx";

/** What a person presses. */
export function Buttons() {
  return (
    <Specimen title="Button" note="One primary per view. A verb, and its object.">
      <Line>
        <Button kind="primary">Add résumés</Button>
        <Button kind="primary" class="is-hover">Hover</Button>
        <Button kind="primary" class="is-focus">Focus</Button>
        <Button kind="primary" busy>Saving</Button>
        <Button disabled>Disabled</Button>
      </Line>
      <Line>
        <Button>Export CSV</Button>
        <Button class="is-hover">Hover</Button>
        <Button size="small">Retry</Button>
        <Button kind="quiet">Cancel</Button>
        <Button icon="chevron-down" label="More" />
        <Button icon={<ToolIcon name="download" />}>With an icon</Button>
        <Button kind="danger">Delete the job</Button>
      </Line>
    </Specimen>
  );
}

/** What a person fills in or chooses. */
export function Inputs() {
  return (
    <Specimen title="Input" note="Label above, help below; an error replaces the help.">
      <Columns of={3}>
        <Field
          id="guide-title"
          name="title"
          label="Job title"
          value="Data analyst"
          hint="Candidates see it in their mail."
        />
        <Field
          id="guide-years"
          name="years"
          label="Years"
          value="4"
          hint="Focus"
          class="is-focus"
        />
        <Field
          id="guide-weight"
          name="weight"
          label="Weight"
          value="9"
          error="Choose a weight from 1 to 5."
        />
      </Columns>
      <Columns of={3}>
        <Field id="guide-empty" name="empty" label="Place" placeholder="Rotterdam" />
        <Field id="guide-fixed" name="fixed" label="Username" value="marijke" disabled />
        <Area id="guide-text" name="text" label="Reason" rows={2} value="Confirmed by phone." />
      </Columns>
      <Line>
        <Checkbox label="Chosen" checked />
        <Checkbox label="Not chosen" />
        <Switch label="Gate" checked />
        <Switch label="No gate" />
      </Line>
      <Line>
        <Choice
          name="guide-period"
          legend="Period"
          value="month"
          options={[["week", "Week"], ["month", "Month"], ["year", "Year"]]}
        />
      </Line>
    </Specimen>
  );
}
