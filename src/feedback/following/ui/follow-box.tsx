import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView } from "../../views";
import { FOLLOW_WISHES } from "../shape";

type FollowBoxProps = {
  idea: Pick<IdeaView, "id" | "follow">;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** What one hears of an idea and why, and the four ways to choose otherwise. */
export function FollowBox({ idea, back, t, words, refused }: FollowBoxProps) {
  const { status, comments, why } = idea.follow;
  const now = status ? (comments ? "both" : "status") : comments ? "comments" : "none";
  return (
    <section id="follow" className="mt-6 max-w-read scroll-mt-4" aria-label={t("ideas.follow.title")}>
      <p>
        {t(`ideas.follow.${now}`)}{" "}
        {why === null || now === "none" ? null : <span className="quiet">{t(`ideas.follow.why.${why}`)}</span>}
      </p>
      <ActionForm
        className="mt-1"
        label={t("ideas.follow.title")}
        procedure="feedback.followIdea"
        back={`${back}#follow`}
        words={words}
        refused={refused}
        hidden={{ idea: idea.id }}
      >
        <div className={now === "none" ? "button-row" : "button-row -ms-2"}>
          {FOLLOW_WISHES.filter((wish) => wish !== now).map((wish) => (
            <SubmitButton
              key={wish}
              name="wish"
              value={wish}
              look={now === "none" && wish === "both" ? "quiet" : "plain"}
              size="small"
            >
              {t(`ideas.follow.wish.${wish}`)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
      <p className="quiet fine">{t("ideas.follow.stays")}</p>
    </section>
  );
}
