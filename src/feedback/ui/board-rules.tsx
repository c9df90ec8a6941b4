import type { Words } from "@/i18n/words";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/inputs";
import { ANSWER_DAYS_MAX, BUDGET_MAX, NEW_BOARD } from "../board-shape";
import type { BoardView } from "../views";

/** Who is told who voted, how many votes there are, and how soon there is an answer. */
export function BoardRules({ t, board }: { t: Words; board: BoardView | null }) {
  const { voteBudget, answerDays } = board ?? NEW_BOARD;
  return (
    <>
      <RadioGroup
        name="votersShown"
        legend={t("feedback.form.votersShown")}
        value={board?.votersShown ?? "names"}
        options={[
          { value: "names", label: t("feedback.form.names"), hint: t("feedback.form.namesHint") },
          { value: "hosts", label: t("feedback.form.votersHosts"), hint: t("feedback.form.votersHostsHint") },
          { value: "counts", label: t("feedback.form.counts"), hint: t("feedback.form.countsHint") },
        ]}
      />
      <Field
        name="voteBudget"
        label={t("feedback.form.voteBudget")}
        note={t("common.optional")}
        hint={t("feedback.form.voteBudgetHint")}
        value={voteBudget}
      >
        <TextInput type="number" inputMode="numeric" min={1} max={BUDGET_MAX} autoComplete="off" />
      </Field>
      <Field
        name="answerDays"
        label={t("feedback.form.answerDays")}
        note={t("common.optional")}
        hint={t("feedback.form.answerDaysHint")}
        value={answerDays}
      >
        <TextInput type="number" inputMode="numeric" min={1} max={ANSWER_DAYS_MAX} autoComplete="off" />
      </Field>
    </>
  );
}
