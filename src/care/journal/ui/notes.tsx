import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { NOTE_WORDS_MAX } from "../shape";
import type { NoteView } from "../views";

export type NotesProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  back: string;
  notes: readonly NoteView[];
  /** Says with whom each talk was, where the list is not about one person. */
  named?: boolean;
};

/** Notes of talks, the latest first, each with the way to take it out. */
export function Notes({ t, format, words, back, notes, named = false }: NotesProps) {
  return (
    <List label={t("journal.title")}>
      {notes.map((note) => (
        <ListRow
          key={note.id}
          title={named ? <PersonLink person={note.person} /> : format.date(new Date(`${note.talkedOn}T12:00:00Z`))}
          below={note.words === "" ? null : <p className="max-w-read whitespace-pre-line font-serif">{note.words}</p>}
          meta={named ? <span>{format.date(new Date(`${note.talkedOn}T12:00:00Z`))}</span> : null}
          trailing={
            <ActionForm procedure="journal.takeOut" back={back} words={words} hidden={{ note: note.id, _to: back }}>
              <SubmitButton
                look="plain"
                size="small"
                aria-label={t("journal.takeOutLabel", { name: note.person.displayName })}
              >
                {t("journal.takeOut")}
              </SubmitButton>
            </ActionForm>
          }
        />
      ))}
    </List>
  );
}

type NoteFormProps = Pick<NotesProps, "t" | "words" | "back"> & {
  person: { id: string; displayName: string };
  refused: RefusedForm | null;
};

/** Notes a talk with one person. */
export function NoteForm({ t, words, back, person, refused }: NoteFormProps) {
  return (
    <ActionForm
      procedure="journal.note"
      back={back}
      words={words}
      refused={refused}
      hidden={{ person: person.id, _to: back }}
      label={t("journal.note")}
      clears
    >
      <Field
        name="words"
        label={t("journal.words")}
        note={t("common.optional")}
        hint={t("journal.wordsHint")}
        max={NOTE_WORDS_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <Field name="on" label={t("journal.on")} note={t("common.optional")} hint={t("journal.onHint")}>
        <TextInput type="date" />
      </Field>
      <div>
        <SubmitButton look="quiet">{t("journal.note")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
