import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { THANKS_WORDS_MAX } from "../thanks/shape";
import type { ThanksView } from "../views";
import type { CareProps } from "./offers";

/** What somebody was thanked for, as far as they let others read it; never counted. */
export function Thanks(props: CareProps) {
  const { beside, person, t } = props;
  const title = t(beside.may.keep ? "care.thanks.own" : "care.thanks.title", { name: person.displayName });
  return (
    <Section title={title}>
      {beside.thanks.length === 0 ? (
        <p className="quiet mb-4">{t(beside.may.keep ? "care.thanks.emptyOwn" : "care.thanks.empty")}</p>
      ) : null}
      <List>
        {beside.thanks.map((one) => (
          <ThanksRow key={one.id} one={one} {...props} />
        ))}
      </List>
      {beside.may.keep ? null : <GiveThanks {...props} />}
    </Section>
  );
}

function ThanksRow({ one, beside, back, t, format, words, refusedOf }: CareProps & { one: ThanksView }) {
  const { about, state } = one;
  return (
    <ListRow
      title={one.words}
      meta={
        <>
          <PersonLink person={one.by} />
          <span>{format.shortDate(one.givenAt)}</span>
          {about === null ? null : (
            <Link href={about.comment === null ? paths.post(about.post) : paths.comment(about.post, about.comment)}>
              {about.title}
            </Link>
          )}
          {state === "shown" ? null : (
            <Badge>{t(state === "waiting" ? "care.thanks.waiting" : "care.thanks.hidden")}</Badge>
          )}
        </>
      }
      below={
        beside.may.keep ? (
          <ActionForm
            procedure="care.showThanks"
            back={back}
            words={words}
            refused={refusedOf("care.showThanks")}
            hidden={{ thanks: one.id, _to: back }}
            label={one.words}
          >
            <div className="button-row">
              {state === "shown" ? null : (
                <SubmitButton look="quiet" size="small" name="show" value="yes">
                  {t("care.thanks.show")}
                </SubmitButton>
              )}
              {state === "hidden" ? null : (
                <SubmitButton look="plain" size="small" name="show" value="no">
                  {t(state === "waiting" ? "care.thanks.keep" : "care.thanks.hide")}
                </SubmitButton>
              )}
            </div>
          </ActionForm>
        ) : null
      }
    />
  );
}

function GiveThanks({ person, back, t, words, refusedOf }: CareProps) {
  const refused = refusedOf("care.thank");
  return (
    <details className="fold mt-4" open={refused !== null}>
      <summary>{t("care.thanks.give", { name: person.displayName })}</summary>
      <ActionForm
        procedure="care.thank"
        back={back}
        words={words}
        refused={refused}
        hidden={{ person: person.id, _to: back }}
        clears
        label={t("care.thanks.give", { name: person.displayName })}
      >
        <Field
          name="words"
          label={t("care.thanks.words")}
          hint={t("care.thanks.hint", { name: person.displayName })}
          required
          max={THANKS_WORDS_MAX}
        >
          <TextInput autoComplete="off" />
        </Field>
        <Field
          name="about"
          label={t("care.thanks.about")}
          hint={t("care.thanks.aboutHint", { name: person.displayName })}
          note={t("common.optional")}
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton>{t("care.thanks.send")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
