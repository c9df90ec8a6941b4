import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { CREDIT_ROLES, CREDIT_WORDS_MAX, type CreditRole } from "../shape";
import type { CreditDesk } from "../views";
import type { CreditBoxProps } from "./props";

type DeskProps = CreditBoxProps & { desk: CreditDesk };

/** Whom hosts propose, from what the idea's own history says, and whom they proposed. */
export function CreditDeskForms(props: DeskProps) {
  const { desk, t, refusedOf } = props;
  return (
    <details className="mt-6" open={refusedOf("credits.propose") !== null}>
      <summary className="font-semibold text-crust">{t("credits.desk.open")}</summary>
      <p className="quiet mt-2">{t("credits.desk.lead")}</p>
      <Proposed {...props} />
      {CREDIT_ROLES.filter((role) => (desk.candidates[role]?.length ?? 0) > 0).map((role) => (
        <Propose key={role} role={role} {...props} />
      ))}
    </details>
  );
}

function Proposed({ desk, idea, back, t, words, refusedOf }: DeskProps) {
  if (desk.proposed.length === 0) return null;
  return (
    <List tight label={t("credits.desk.proposed")}>
      {desk.proposed.map(({ role, person, words: sentence, shown }) => (
        <ListRow
          key={`${role} ${person.id}`}
          title={person.displayName}
          href={paths.person(person.id)}
          text={sentence === "" ? null : sentence}
          meta={
            <>
              <span>{t(`credits.role.${role}`)}</span>
              <span>{t(shown === null ? "credits.desk.waiting" : `credits.desk.shown.${shown}`)}</span>
            </>
          }
          trailing={
            <ActionForm
              procedure="credits.takeBack"
              back={`${back}#credits`}
              words={words}
              refused={refusedOf("credits.takeBack", { role, person: person.id })}
              hidden={{ idea: idea.id, role, person: person.id, _to: `${paths.idea(idea.id)}#credits` }}
            >
              <SubmitButton
                look="plain"
                size="small"
                aria-label={t("credits.desk.takeBackOne", { name: person.displayName })}
              >
                {t("credits.desk.takeBack")}
              </SubmitButton>
            </ActionForm>
          }
        />
      ))}
    </List>
  );
}

/** The author and those who tried it are ticked already; the others are for the host to choose. */
function isTicked(role: CreditRole, place: number): boolean {
  return role === "tried" || (role === "asked" && place === 0);
}

function Propose({ role, desk, idea, back, t, words, refusedOf }: DeskProps & { role: CreditRole }) {
  return (
    <ActionForm
      className="mt-4"
      label={t(`credits.role.${role}`)}
      procedure="credits.propose"
      back={`${back}#credits`}
      words={words}
      refused={refusedOf("credits.propose", { role })}
      hidden={{ idea: idea.id, role, _to: `${paths.idea(idea.id)}#credits` }}
    >
      <fieldset className="choices">
        <legend>{t(`credits.role.${role}`)}</legend>
        {(desk.candidates[role] ?? []).map((one, place) => (
          <Checkbox
            key={one.id}
            name="people"
            value={one.id}
            checked={isTicked(role, place)}
            label={
              <>
                {one.displayName}
                {one.department === "" ? null : <span className="quiet"> {one.department}</span>}
              </>
            }
            hint={one.words === "" ? null : one.words}
          />
        ))}
      </fieldset>
      <Field
        name="words"
        label={t("credits.desk.words")}
        hint={t("credits.desk.wordsHint")}
        note={t("common.optional")}
        max={CREDIT_WORDS_MAX}
      >
        <TextInput autoComplete="off" />
      </Field>
      <div className="button-row">
        <SubmitButton look="quiet">{t("credits.desk.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
