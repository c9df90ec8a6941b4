import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ListRow } from "@/ui/list";
import { TimeAgo } from "@/ui/time-ago";
import type { IdeaCard } from "../views";
import { LabelMarks, LateBadge, PromisedDay, StatusBadge } from "./idea-marks";

type IdeaRowProps = { idea: IdeaCard; press: ReactNode; today: string; t: Words; format: Formats };

/** An idea as a line of its board: how many want it, what it says, and where it stands. */
export function IdeaRow({ idea, press, today, t, format }: IdeaRowProps) {
  return (
    <ListRow
      heading={2}
      leading={press}
      title={idea.title}
      href={paths.idea(idea.id)}
      text={idea.excerpt}
      meta={
        <>
          {idea.status === "open" ? null : <StatusBadge status={idea.status} t={t} />}
          <PromisedDay idea={idea} today={today} t={t} format={format} />
          <LateBadge idea={idea} t={t} />
          <LabelMarks idea={idea} t={t} />
          <span>
            <PersonLink person={idea.author} />
          </span>
          <TimeAgo at={idea.createdAt} format={format} />
          {idea.departments > 1 ? <span>{t("feedback.votes.departments", { count: idea.departments })}</span> : null}
          {idea.commentCount > 0 ? <span>{t("posts.comments", { count: idea.commentCount })}</span> : null}
        </>
      }
    />
  );
}
