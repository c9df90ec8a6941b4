import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { unfolded } from "@/posts/ui/words-of";
import { ActionForm } from "@/ui/action-form";
import { Entries, Entry } from "@/ui/entry";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import { SubmitButton } from "@/ui/submit-button";
import { TimeAgo } from "@/ui/time-ago";
import { NOTE_BODY_MAX } from "../shape";
import type { NoteView } from "../views";

type NotesProps = {
  ideaId: string;
  /** Who looks: they take their own notes back. */
  viewerId: string;
  notes: readonly NoteView[];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What hosts say to one another about an idea. Drawn for hosts alone. */
export function Notes({ ideaId, viewerId, notes, back, t, format, words, refusedOf }: NotesProps) {
  const here = `${back}#notes`;
  return (
    <div id="notes" className="scroll-mt-4">
      <Section title={t("ideas.notes.title")}>
        <p className="quiet max-w-read">{t("ideas.notes.lead")}</p>
        {notes.length === 0 ? <p className="quiet py-3">{t("ideas.notes.none")}</p> : null}
        <Entries label={t("ideas.notes.title")}>
          {notes.map((note) => (
            <Entry
              key={note.id}
              id={`n-${note.id}`}
              leading={<PersonAvatar person={note.by} />}
              byline={
                <>
                  <span>
                    <PersonLink person={note.by} />
                  </span>
                  <TimeAgo at={note.at} format={format} />
                </>
              }
              actions={
                note.by.id === viewerId ? (
                  <ActionForm
                    procedure="feedback.removeNote"
                    back={here}
                    words={words}
                    refused={refusedOf("feedback.removeNote", { note: note.id })}
                    hidden={{ idea: ideaId, note: note.id }}
                  >
                    <SubmitButton look="plain" size="small">
                      {t("ideas.notes.remove")}
                    </SubmitButton>
                  </ActionForm>
                ) : null
              }
            >
              <Prose size="small" html={unfolded(t, note.bodyHtml)} />
            </Entry>
          ))}
        </Entries>
        <ActionForm
          className="mt-4"
          procedure="feedback.addNote"
          back={here}
          words={words}
          refused={refusedOf("feedback.addNote")}
          hidden={{ idea: ideaId }}
          clears
        >
          <Field name="body" label={t("ideas.notes.write")} max={NOTE_BODY_MAX} required>
            <TextArea rows={3} />
          </Field>
          <div>
            <SubmitButton look="quiet">{t("ideas.notes.send")}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </div>
  );
}
