import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { PLACE_DAYS, PLACES_MAX, TOPICS_MAX } from "../shape";
import type { DeskView } from "../views";

type HostPlacesProps = { t: Words; desk: DeskView; back: string; words: FormWords; refused: RefusedForm | null };

/** Who can expect newcomers, and what the reader says of themselves. */
export function HostPlaces({ t, desk, ...form }: HostPlacesProps) {
  return (
    <>
      <Section title={t("waves.hosts")}>
        {desk.hosts.length === 0 ? <p className="quiet">{t("waves.hostsNone")}</p> : null}
        <List tight label={t("waves.hosts")}>
          {desk.hosts.map((host) => (
            <ListRow
              key={host.id}
              title={<PersonLink person={host} />}
              meta={
                <>
                  <span>{host.away ? t("waves.away") : t("waves.free", { free: host.free, places: host.places })}</span>
                  {host.topics.map((topic) => (
                    <span key={topic}>{topic}</span>
                  ))}
                </>
              }
            />
          ))}
        </List>
      </Section>
      <Section title={t("waves.own")}>
        <PlacesForm t={t} desk={desk} {...form} />
      </Section>
    </>
  );
}

function PlacesForm({ t, desk: { own }, back, words, refused }: HostPlacesProps) {
  return (
    <ActionForm
      procedure="waves.setPlaces"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: `${paths.launchWaves()}?done=1` }}
      label={t("waves.own")}
    >
      <p className="quiet">{t("waves.ownText", { days: PLACE_DAYS })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="places" label={t("waves.places")} value={own.places} required>
          <TextInput type="number" min={0} max={PLACES_MAX} />
        </Field>
        <Field
          name="awayUntil"
          label={t("waves.awayUntil")}
          note={t("common.optional")}
          hint={t("waves.awayUntilHint")}
          value={own.awayUntil}
        >
          <TextInput type="date" />
        </Field>
      </div>
      <Field
        name="topics"
        label={t("waves.topics")}
        note={t("common.optional")}
        hint={t("waves.topicsHint")}
        value={own.topics}
        max={TOPICS_MAX}
      >
        <TextInput autoComplete="off" />
      </Field>
      <div>
        <SubmitButton look="quiet">{t("waves.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
