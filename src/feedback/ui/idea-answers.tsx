import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { HostTools } from "../moving/ui/host-tools";
import { Notes } from "../notes/ui/notes";
import type { NoteView } from "../notes/views";
import type { IdeaView, MoveView } from "../views";
import { MoveForm } from "./move-form";
import { Moves } from "./moves";

type IdeaAnswersProps = {
  idea: IdeaView;
  moves: readonly MoveView[];
  /** What hosts say among themselves; null for everybody else. */
  notes: readonly NoteView[] | null;
  /** The feature that the idea is tied to; none for an empty word. */
  feature: string;
  viewerId: string;
  today: string;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What the team says of an idea, and what hosts do with it. */
export function IdeaAnswers(props: IdeaAnswersProps) {
  const { idea, moves, notes, feature, viewerId, today, back, t, format, words, refusedOf } = props;
  const common = { back, t, words };
  const stands = idea.joined === null;
  return (
    <>
      <div id="moves" className="scroll-mt-4">
        <Section title={t("feedback.moves.title")}>
          {idea.discussed ? <p className="quiet pt-3">{t("ideas.notes.discussed")}</p> : null}
          {stands || moves.length > 0 ? <Moves moves={moves} t={t} format={format} /> : null}
          <p className="meta">
            <Link href={paths.ideaHistory(idea.id)}>{t("ideas.course.link")}</Link>
          </p>
          {idea.may.move && stands ? (
            <MoveForm
              idea={idea}
              answered={moves.length > 0}
              today={today}
              feature={feature}
              refused={refusedOf("feedback.move")}
              {...common}
            />
          ) : null}
        </Section>
      </div>
      {stands ? <HostTools idea={idea} refused={refusedOf("feedback.lockTalk")} {...common} /> : null}
      {notes === null ? null : (
        <Notes ideaId={idea.id} viewerId={viewerId} notes={notes} format={format} refusedOf={refusedOf} {...common} />
      )}
    </>
  );
}
