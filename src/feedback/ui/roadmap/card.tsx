import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { RoadmapIdea } from "../../views";
import { PromisedDay } from "../idea-marks";

type RoadmapCardProps = {
  idea: RoadmapIdea;
  /** Where the form of this card opens; null for who moves nothing. */
  move: string | null;
  /** The form, when the address asks for it. */
  form: ReactNode;
  today: string;
  t: Words;
  format: Formats;
};

/** An idea on the roadmap. For hosts it can be dragged, and has the same as a link, which works everywhere. */
export function RoadmapCard({ idea, move, form, today, t, format }: RoadmapCardProps) {
  return (
    <li
      id={`card-${idea.id}`}
      className="list-row scroll-mt-4"
      data-card={move === null ? undefined : idea.id}
      data-title={idea.title}
      data-promised={idea.promisedFor ?? ""}
    >
      <div>
        <h3 className="list-title">
          <Link href={paths.idea(idea.id)} draggable={false}>
            {idea.title}
          </Link>
        </h3>
        <div className="meta">
          <PromisedDay idea={idea} today={today} t={t} format={format} />
          <span>{t("feedback.votes.short", { count: idea.voteCount })}</span>
          <Link href={paths.board(idea.board.slug)} draggable={false}>
            {idea.board.name}
          </Link>
          {move === null || form !== null ? null : (
            <Link
              className="inline-flex min-h-6 min-w-6 items-center"
              href={move}
              draggable={false}
              data-key="answer"
              aria-label={t("ideas.roadmap.moveOne", { title: idea.title })}
            >
              {t("ideas.roadmap.moveTo")}
            </Link>
          )}
        </div>
        {form}
      </div>
    </li>
  );
}

type StepsProps = { ideaId: string; back: string; t: Words; words: FormWords };

/** The place of a card in its column, one step at a time: what dragging does, for everybody. */
export function PlaceSteps({ ideaId, back, t, words }: StepsProps) {
  return (
    <ActionForm
      className="mt-3"
      label={t("ideas.roadmap.place")}
      procedure="desk.place"
      back={back}
      words={words}
      hidden={{ idea: ideaId, _to: back }}
    >
      <div className="button-row">
        <SubmitButton look="quiet" size="small" name="step" value="higher">
          {t("ideas.roadmap.higher")}
        </SubmitButton>
        <SubmitButton look="quiet" size="small" name="step" value="lower">
          {t("ideas.roadmap.lower")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
