import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths, withQuery } from "@/paths";
import { Attachments } from "@/posts/ui/attachments";
import { unfolded } from "@/posts/ui/words-of";
import { LinkButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import type { IdeaView } from "../views";
import { LabelMarks, LateBadge, PromisedDay, StatusBadge } from "./idea-marks";

type IdeaArticleProps = { idea: IdeaView; today: string; reactions?: ReactNode; t: Words; format: Formats };

/** The idea itself: what it asks for, whose it is, and where it stands. */
export function IdeaArticle({ idea, today, reactions, t, format }: IdeaArticleProps) {
  return (
    <article>
      <PageTitle
        kicker={<Link href={paths.board(idea.board.slug)}>{idea.board.name}</Link>}
        meta={
          <>
            <StatusBadge status={idea.status} t={t} />
            <PromisedDay idea={idea} today={today} t={t} format={format} />
            <LateBadge idea={idea} t={t} />
            <LabelMarks idea={idea} t={t} />
            <span>
              <PersonLink person={idea.author} />
            </span>
            {idea.author.department === "" ? null : <span>{idea.author.department}</span>}
            {idea.recordedBy === null ? null : (
              <span>{t("feedback.idea.recorded", { name: idea.recordedBy.displayName })}</span>
            )}
            <TimeAgo at={idea.createdAt} format={format} />
            {idea.editedAt === null ? null : (
              <span>
                <Link href={paths.ideaHistory(idea.id)}>
                  {t("feedback.idea.edited", { when: format.ago(idea.editedAt) })}
                </Link>
              </span>
            )}
          </>
        }
      >
        {idea.title}
      </PageTitle>
      <Prose html={unfolded(t, idea.bodyHtml)} lang={idea.language ?? undefined} />
      <Attachments files={idea.files} t={t} format={format} />
      {reactions}
      <IdeaVerbs idea={idea} t={t} />
    </article>
  );
}

function IdeaVerbs({ idea, t }: { idea: IdeaView; t: Words }) {
  if (!idea.may.edit && !idea.may.remove) return null;
  return (
    <div className="button-row -ms-2 mt-4">
      {idea.may.edit ? (
        <LinkButton look="plain" size="small" icon="edit" href={paths.editIdea(idea.id)}>
          {t("feedback.idea.edit")}
        </LinkButton>
      ) : null}
      {idea.may.remove ? (
        <LinkButton
          look="plain"
          size="small"
          icon="remove"
          href={`${withQuery(paths.idea(idea.id), { remove: "idea" })}#remove`}
        >
          {t("feedback.idea.remove")}
        </LinkButton>
      ) : null}
    </div>
  );
}
