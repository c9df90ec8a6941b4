import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { EmptyState } from "@/ui/empty-state";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { WAVE_MAX } from "../shape";
import type { DeskView, PlannedView } from "../views";

type NextWaveProps = { t: Words; format: Formats; desk: DeskView; viewerId: string; back: string; words: FormWords };

/** How many may come, by which rule, and who that would be, before anything is sent. */
export function NextWave({ t, format, desk, viewerId, back, words }: NextWaveProps) {
  const { wave, alone, unsigned, pace, waiting } = desk;
  if (waiting === 0) return <EmptyState title={t("waves.empty")}>{t("waves.emptyText")}</EmptyState>;
  return (
    <Section title={t("waves.next")}>
      <div className="stack">
        <p className="max-w-read font-serif text-read">
          {t("waves.waiting", { count: waiting })} {t("waves.rule")}
        </p>
        <p className="quiet">
          {t("waves.pace", { perDay: pace.perDay, left: pace.left })}{" "}
          {pace.set ? t("waves.paceSet") : t("waves.paceAnswered", { answered: pace.answered })}
        </p>
        <SizeForm t={t} size={desk.size} />
        {alone > 0 ? (
          <Callout tone="bad" title={t("waves.alone", { count: alone })}>
            {t("waves.aloneText")}
          </Callout>
        ) : null}
        {unsigned > 0 ? (
          <Callout title={t("waves.unsigned", { count: unsigned })}>
            <p>{t("waves.unsignedText")}</p>
            <ActionForm
              className="mt-2"
              procedure="waves.askHosts"
              back={back}
              words={words}
              hidden={{ size: String(desk.size), _to: `${paths.launchWaves()}?asked={asked}` }}
            >
              <div>
                <SubmitButton look="quiet" size="small">
                  {t("waves.askHosts")}
                </SubmitButton>
              </div>
            </ActionForm>
          </Callout>
        ) : null}
        {wave.length > pace.left ? <Callout>{t("waves.beyond", { left: pace.left })}</Callout> : null}
        <List label={t("waves.wave")}>
          {wave.map((one) => (
            <PlannedRow key={one.id} t={t} format={format} one={one} viewerId={viewerId} back={back} words={words} />
          ))}
        </List>
      </div>
    </Section>
  );
}

/** Asks for a page, so that a composed wave has an address. */
function SizeForm({ t, size }: { t: Words; size: number }) {
  return (
    <form method="get" action={paths.launchWaves()} className="flex items-end gap-2">
      <div className="field">
        <label htmlFor="size" className="field-label">
          {t("waves.size")}
        </label>
        <input
          key={size}
          className="input"
          id="size"
          name="size"
          type="number"
          min={1}
          max={WAVE_MAX}
          defaultValue={size}
        />
      </div>
      <Button type="submit">{t("waves.compose")}</Button>
    </form>
  );
}

type PlannedRowProps = Omit<NextWaveProps, "desk"> & { one: PlannedView };

function PlannedRow({ t, format, one, viewerId, back, words }: PlannedRowProps) {
  const { company, knows, host } = one;
  const place = [one.department, one.site].filter((part) => part !== "").join(", ");
  const name = (company === "colleague" ? one.colleague?.displayName : host?.displayName) ?? "";
  const signed =
    host === null || host.id === viewerId ? t("waves.signedYou") : t("waves.signed", { name: host.displayName });
  return (
    <ListRow
      heading={3}
      title={<PersonLink person={one} />}
      meta={
        <>
          {place === "" ? null : <span>{place}</span>}
          <span>{t(`waves.because.${one.because}`, { names: format.list(one.vouchedBy) })}</span>
          <span>{t("waves.asked", { ago: format.ago(one.askedAt) })}</span>
          {company === "nobody" ? null : <span>{signed}</span>}
          {host === null || host.id === viewerId ? null : (
            <span>{t(one.signed ? "waves.saidYes" : "waves.noYes", { name: host.displayName })}</span>
          )}
        </>
      }
      below={
        <ActionForm
          className="mt-1"
          procedure={one.mine ? "waves.expectNoMore" : "waves.expect"}
          back={back}
          words={words}
          hidden={{ person: one.id, _to: back }}
        >
          <div>
            <SubmitButton
              look="plain"
              size="small"
              className="-ms-2"
              aria-label={t(one.mine ? "waves.expectNoMoreLabel" : "waves.expectLabel", { name: one.displayName })}
            >
              {t(one.mine ? "waves.expectNoMore" : "waves.expect")}
            </SubmitButton>
          </div>
        </ActionForm>
      }
      trailing={
        <Badge tone={company === "nobody" ? "bad" : "good"}>{t(`waves.company.${company}`, { knows, name })}</Badge>
      }
    />
  );
}
