import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { CREDIT_ROLES, CREDIT_WORDS_MAX, type CreditRole } from "../shape";
import type { CreditDesk } from "../views";

type DeskProps = {
  idea: { id: string };
  desk: CreditDesk;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** Whom hosts named already, and whom the idea's own history suggests, way by way. */
export function CreditDeskForms(props: DeskProps) {
  const { desk, t } = props;
  return (
    <>
      <Proposed {...props} />
      {CREDIT_ROLES.filter((role) => (desk.candidates[role]?.length ?? 0) > 0).map((role) => (
        <Propose key={role} role={role} {...props} />
      ))}
      {CREDIT_ROLES.every((role) => (desk.candidates[role]?.length ?? 0) === 0) ? (
        <p className="quiet py-4">{t("credits.desk.nobody")}</p>
      ) : null}
    </>
  );
}

function Proposed({ desk, idea, back, t, words, refusedOf }: DeskProps) {
  if (desk.proposed.length === 0) return null;
  return (
    <Section title={t("credits.desk.proposed")}>
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
                back={back}
                words={words}
                refused={refusedOf("credits.takeBack", { role, person: person.id })}
                hidden={{ idea: idea.id, role, person: person.id, _to: back }}
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
    </Section>
  );
}

/** The author, who stands first, and those who tried it are ticked already; the others are for the host to choose. */
function isTicked(desk: CreditDesk, role: CreditRole, place: number): boolean {
  const isFirst = place === 0 && desk.proposed.every((one) => one.role !== "asked");
  return role === "tried" || (role === "asked" && isFirst);
}

function Propose({ role, desk, idea, back, t, words, refusedOf }: DeskProps & { role: CreditRole }) {
  return (
    <ActionForm
      className="mt-4"
      label={t(`credits.role.${role}`)}
      procedure="credits.propose"
      back={back}
      words={words}
      refused={refusedOf("credits.propose", { role })}
      hidden={{ idea: idea.id, role, _to: back }}
    >
      <fieldset className="choices">
        <legend>{t(`credits.role.${role}`)}</legend>
        {(desk.candidates[role] ?? []).map((one, place) => (
          <Checkbox
            key={one.id}
            name="people"
            value={one.id}
            checked={isTicked(desk, role, place)}
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
