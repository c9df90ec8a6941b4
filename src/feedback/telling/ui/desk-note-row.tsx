import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths } from "@/paths";
import { TITLE_MAX } from "@/posts/shape";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import { TimeAgo } from "@/ui/time-ago";
import { ANSWER_MAX } from "../shape";
import type { DeskNote, NoteDesk } from "../views";
import { NoteAnswer, NoteWords } from "./note-parts";
import { pageName } from "./place";

type DeskNoteRowProps = {
  note: DeskNote;
  boards: NoteDesk["boards"];
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** A note on the hosts' desk: who said what, where they stood, and what a host does with it. */
export function DeskNoteRow(props: DeskNoteRowProps) {
  const { note, t, format } = props;
  return (
    <li className="list-row" data-leading="">
      <div>
        <PersonAvatar person={note.by} size="small" />
      </div>
      <div>
        <h2 className="list-title">
          <Link href={paths.person(note.by.id)}>{note.by.displayName}</Link>
        </h2>
        <NoteWords note={note} t={t} format={format} />
        <div className="meta">
          <Badge>{t(note.mayBecomeIdea ? "tellUs.desk.consent" : "tellUs.desk.private")}</Badge>
          {note.pagePath === "" ? null : <a href={note.pagePath}>{pageName(note)}</a>}
          <span>{t("tellUs.desk.facts", { version: note.version })}</span>
          {note.viewport === "" ? null : <span>{note.viewport}</span>}
          <TimeAgo at={note.at} format={format} />
        </div>
        <NoteAnswer note={note} t={t} />
        {note.may.answer ? <AnswerNote {...props} /> : null}
        {note.may.makeIdea && props.boards.length > 0 ? <MakeIdea {...props} /> : null}
        {note.may.close ? <CloseNote {...props} /> : null}
      </div>
    </li>
  );
}

function AnswerNote({ note, back, t, words, refusedOf }: DeskNoteRowProps) {
  const hidden = { note: note.id };
  const refused = refusedOf("telling.answer", hidden);
  return (
    <details className="mt-3" open={refused !== null}>
      <summary className="fine text-crust">{t(note.answer === "" ? "tellUs.desk.reply" : "tellUs.desk.again")}</summary>
      <ActionForm
        className="mt-3"
        procedure="telling.answer"
        label={t("tellUs.desk.replyTo", { name: note.by.displayName })}
        {...{ back, words, refused }}
        hidden={{ ...hidden, _to: back }}
      >
        <Field
          name="answer"
          label={t("tellUs.desk.replyTo", { name: note.by.displayName })}
          value={note.answer}
          max={ANSWER_MAX}
          required
        >
          <TextArea rows={4} reading />
        </Field>
        <div>
          <SubmitButton size="small">{t("tellUs.desk.send")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function MakeIdea({ note, boards, back, t, words, refusedOf }: DeskNoteRowProps) {
  const hidden = { note: note.id };
  const refused = refusedOf("telling.makeIdea", hidden);
  return (
    <details className="mt-1" open={refused !== null}>
      <summary className="fine text-crust">{t("tellUs.desk.make")}</summary>
      <ActionForm
        className="mt-3"
        procedure="telling.makeIdea"
        label={t("tellUs.desk.make")}
        {...{ back, words, refused }}
        hidden={{ ...hidden, _to: paths.idea("{idea}") }}
      >
        <p className="quiet">{t("tellUs.desk.makeHint", { name: note.by.displayName })}</p>
        <Field name="board" label={t("tellUs.desk.board")} value={boards[0]?.id ?? ""} required>
          <Select options={boards.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <Field name="title" label={t("tellUs.desk.ideaTitle")} max={TITLE_MAX} required>
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton size="small">{t("tellUs.desk.makeSend")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function CloseNote({ note, back, t, words, refusedOf }: DeskNoteRowProps) {
  const hidden = { note: note.id };
  return (
    <ActionForm
      className="mt-2"
      procedure="telling.close"
      {...{ back, words }}
      refused={refusedOf("telling.close", hidden)}
      hidden={{ ...hidden, _to: back }}
    >
      <div className="button-row">
        <SubmitButton
          look="quiet"
          size="small"
          icon="check"
          aria-label={t("tellUs.desk.closeOf", { name: note.by.displayName })}
        >
          {t("tellUs.desk.close")}
        </SubmitButton>
        {note.file === null ? null : <span className="quiet fine">{t("tellUs.desk.closeHint")}</span>}
      </div>
    </ActionForm>
  );
}
