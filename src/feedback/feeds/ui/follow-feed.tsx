import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import { CHANGELOG_FEED, feedOfBoard } from "../names";

type FollowFeedProps = {
  /** The board to follow; null for the changelog. */
  board: { readonly slug: string; readonly name: string } | null;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** The way to follow a board or the changelog in a feed reader; for browsers, where the feed is. */
export function FollowFeed({ board, back, t, words, refusedOf }: FollowFeedProps) {
  const procedure = board === null ? "feeds.followChangelog" : "feeds.followBoard";
  const label = board === null ? t("feeds.followChangelog") : t("feeds.followBoard", { name: board.name });
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={label}
        href={paths.feed(board === null ? CHANGELOG_FEED : feedOfBoard(board.slug))}
      />
      <ActionForm
        className="mt-6"
        procedure={procedure}
        back={back}
        words={words}
        refused={refusedOf(procedure)}
        hidden={{ slug: board?.slug, _to: `${paths.settingsKeys()}?made={key}` }}
      >
        <div>
          <SubmitButton look="plain" size="small" icon="link" aria-label={label}>
            {t("feeds.follow")}
          </SubmitButton>
          <span className="quiet fine">{t("feeds.hint")}</span>
        </div>
      </ActionForm>
    </>
  );
}
