import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { HomeView } from "../../reading/views";
import { HostLine } from "../host-line";

type MissedProps = {
  missed: HomeView["missed"];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
};

/** For somebody who is new or was away: a few conversations in which many took part, and why they matter. */
export function Missed({ missed, back, t, format, words }: MissedProps) {
  if (missed === null) return null;
  return (
    <Section
      title={t("reading.missed.title")}
      action={
        <ActionForm procedure="reading.dismissMissed" back={back} words={words} label={t("reading.missed.dismiss")}>
          <SubmitButton look="plain" size="small">
            {t("reading.missed.dismiss")}
          </SubmitButton>
        </ActionForm>
      }
    >
      <p className="quiet">{t("reading.missed.text", { day: format.date(missed.since) })}</p>
      <List label={t("reading.missed.title")}>
        {missed.threads.map((thread) => (
          <ListRow
            key={thread.id}
            heading={3}
            title={thread.title}
            href={paths.post(thread.id)}
            text={<HostLine line={thread.line} t={t} />}
            meta={
              <>
                <span>{thread.space}</span>
                {thread.people > 0 ? (
                  <span>{t("reading.missed.people", { people: thread.people, comments: thread.comments })}</span>
                ) : null}
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}
