import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { PreviewButton } from "@/posts/ui/preview-button";
import { ANNOUNCEMENT_MAX } from "@/stages/announced/shape";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import { SubmitButton } from "@/ui/submit-button";
import type { AnnouncementView } from "../views";

type AnnouncementFormProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  announcement: AnnouncementView;
  mayWrite: boolean;
  refused: RefusedForm | null;
};

/** What is said when one stage opens: as it was written, for admins, and as people will read it. */
export function AnnouncementForm({ t, format, words, announcement, mayWrite, refused }: AnnouncementFormProps) {
  const { stage, english, french, by, at } = announcement;
  const name = t(`stages.name.${stage}`);
  return (
    <Section title={name}>
      <div className="stack">
        {mayWrite ? (
          <ActionForm
            procedure="launch.writeAnnouncement"
            back={paths.launchAnnouncements()}
            words={words}
            refused={refused}
            hidden={{ stage, _to: paths.launchAnnouncements() }}
            label={t("launch.announcements.form", { stage: name })}
          >
            <Field name="english" label={t("launch.announcements.english")} value={english} max={ANNOUNCEMENT_MAX}>
              <TextArea rows={4} reading lang="en" />
            </Field>
            <Field name="french" label={t("launch.announcements.french")} value={french} max={ANNOUNCEMENT_MAX}>
              <TextArea rows={4} reading lang="fr" />
            </Field>
            <div className="button-row">
              <SubmitButton look="quiet" aria-label={t("launch.announcements.saveLabel", { stage: name })}>
                {t("launch.announcements.save")}
              </SubmitButton>
              <PreviewButton t={t} verb="launch.previewAnnouncement" />
            </div>
          </ActionForm>
        ) : null}
        <Looks t={t} announcement={announcement} />
        {by === null || at === null ? null : (
          <p className="quiet fine">{t("launch.announcements.by", { name: by, date: format.date(at) })}</p>
        )}
      </div>
    </Section>
  );
}

function Looks({ t, announcement }: { t: Words; announcement: AnnouncementView }) {
  const { englishHtml, frenchHtml } = announcement;
  if (englishHtml === "" && frenchHtml === "") return <p className="quiet">{t("launch.announcements.none")}</p>;
  return (
    <>
      <p className="quiet fine">{t("launch.announcements.looks")}</p>
      {englishHtml === "" ? null : <Prose html={englishHtml} lang="en" />}
      {frenchHtml === "" ? null : <Prose html={frenchHtml} lang="fr" />}
    </>
  );
}
