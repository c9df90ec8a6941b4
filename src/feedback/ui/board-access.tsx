import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import { Select } from "@/ui/inputs";
import { ACCESS_FIELDS, BOARD_AUDIENCES, type BoardAction, type BoardAudience } from "../board-shape";
import type { CohortView } from "../cohorts/views";
import type { BoardView } from "../views";
import { cohortWords } from "./cohort-words";

type AccessProps = { t: Words; board: BoardView | null; cohorts: readonly CohortView[] };

const NAME = {
  members: "feedback.form.members",
  cohort: "feedback.form.cohort",
  hosts: "feedback.form.hosts",
} as const satisfies Record<BoardAudience, string>;
const HINT = {
  members: "feedback.form.membersHint",
  cohort: "feedback.form.cohortHint",
  hosts: "feedback.form.hostsHint",
} as const satisfies Record<BoardAudience, string>;
const OTHERS = ["suggest", "vote", "comment"] as const satisfies readonly BoardAction[];

/** Who may do what on a board: everybody inside, some cohorts, or the team alone, for each of the four actions. */
export function BoardAccess(props: AccessProps) {
  const { t, board } = props;
  const options = BOARD_AUDIENCES.map((value) => ({ value, label: t(NAME[value]) }));
  return (
    <>
      <ForCohorts action="view" {...props}>
        <RadioGroup
          name="audience"
          legend={t("feedback.form.audience")}
          value={board?.audience ?? "hosts"}
          options={options.map((option) => ({ ...option, hint: t(HINT[option.value]) }))}
        />
      </ForCohorts>
      <fieldset className="grid gap-4 border-0 p-0">
        <legend className="mb-1 font-semibold">{t("feedback.form.access")}</legend>
        <p className="field-hint">{t("feedback.form.accessHint")}</p>
        {OTHERS.map((action) => {
          const { to } = ACCESS_FIELDS[action];
          return (
            <ForCohorts key={action} action={action} {...props}>
              <Field name={to} label={t(`feedback.form.${to}`)} value={board?.[to] ?? "hosts"}>
                <Select options={options} />
              </Field>
            </ForCohorts>
          );
        })}
      </fieldset>
    </>
  );
}

/**
 * An answer with the cohorts below it, which are seen while "some groups" is the answer: by the style sheet alone, so that
 * it works without JavaScript. What was ticked for another answer is not kept.
 */
function ForCohorts({
  action,
  t,
  board,
  cohorts,
  children,
}: AccessProps & { action: BoardAction; children: ReactNode }) {
  const field = ACCESS_FIELDS[action].cohorts;
  const chosen = board?.[field] ?? [];
  const known = new Map(cohorts.map((one) => [one.word, one]));
  const words = [...chosen.filter((word) => !known.has(word)), ...known.keys()];
  return (
    <div className="group/who grid gap-3">
      {children}
      <fieldset className="choices hidden max-h-72 overflow-y-auto border-rye border-s-3 ps-4 group-has-[[value=cohort]:checked]/who:grid">
        <legend>{t(`feedback.form.which.${action}`)}</legend>
        {words.length === 0 ? <p className="quiet">{t("feedback.form.noCohorts")}</p> : null}
        {words.map((word) => {
          const people = known.get(word)?.people;
          return (
            <Checkbox
              key={word}
              name={field}
              value={word}
              label={cohortWords(t, word)}
              hint={people === undefined ? undefined : t("feedback.form.people", { count: people })}
              checked={chosen.includes(word)}
            />
          );
        })}
      </fieldset>
    </div>
  );
}
