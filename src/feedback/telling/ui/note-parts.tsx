import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Attachments } from "@/posts/ui/attachments";
import { Link } from "@/ui/link";
import type { OwnNote } from "../views";

type PartProps = { note: OwnNote; t: Words; format: Formats };

/** What was said, as it was typed, with its picture. */
export function NoteWords({ note, t, format }: PartProps) {
  return (
    <>
      <p className="max-w-read whitespace-pre-wrap break-words">{note.words}</p>
      <Attachments files={note.file === null ? [] : [note.file]} t={t} format={format} />
    </>
  );
}

/** What the hosts said to it, and what became of it. */
export function NoteAnswer({ note, t }: Omit<PartProps, "format">) {
  if (note.answer === "" && note.idea === null) return null;
  const by =
    note.answeredBy === null ? t("tellUs.mine.answeredNobody") : t("tellUs.mine.answered", { name: note.answeredBy });
  return (
    <div className="mt-3 max-w-read border-crust border-s-3 ps-4">
      {note.answer === "" ? null : (
        <>
          <p className="quiet fine">{by}</p>
          <p className="whitespace-pre-wrap break-words">{note.answer}</p>
        </>
      )}
      {note.idea === null ? null : (
        <p>
          {t("tellUs.mine.idea")} <Link href={paths.idea(note.idea.id)}>{note.idea.title}</Link>
        </p>
      )}
    </div>
  );
}
