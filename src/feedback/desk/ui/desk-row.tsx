import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/button";
import { ListRow } from "@/ui/list";
import { TimeAgo } from "@/ui/time-ago";
import { PromisedDay, StatusBadge } from "../../ui/idea-marks";
import type { DeskIdea } from "../views";

type DeskRowProps = {
  idea: DeskIdea;
  /** The address of the desk with a form under this row. */
  asking: (verb: "answer" | "weigh") => string;
  /** The form that the address asks for, when it is this row's. */
  form: ReactNode;
  today: string;
  t: Words;
  format: Formats;
};

/** An idea on the hosts' desk: who waits, how long, and the verbs of a host. */
export function DeskRow({ idea, asking, form, today, t, format }: DeskRowProps) {
  const { title } = idea;
  const noted = [idea.valueLine, idea.effortLine].filter((line) => line !== "").join(" · ");
  return (
    <ListRow
      heading={2}
      title={title}
      href={paths.idea(idea.id)}
      text={idea.excerpt}
      meta={
        <>
          {idea.late ? (
            <Badge tone="bad" icon="clock">
              {t("ideas.desk.late")}
            </Badge>
          ) : null}
          {idea.status !== "open" ? <StatusBadge status={idea.status} t={t} /> : null}
          <PromisedDay idea={idea} today={today} t={t} format={format} />
          <span>
            <PersonLink person={idea.author} />
          </span>
          <TimeAgo at={idea.createdAt} format={format} />
          <span>{idea.board.name}</span>
          <span>{t("feedback.votes.short", { count: idea.voteCount })}</span>
          {idea.commentCount > 0 ? <span>{t("posts.comments", { count: idea.commentCount })}</span> : null}
          {idea.value === null ? null : <span>{t("ideas.desk.value", { points: idea.value })}</span>}
          {idea.effort === null ? null : <span>{t("ideas.desk.effort", { points: idea.effort })}</span>}
          {idea.notes > 0 ? <span>{t("ideas.desk.notes", { count: idea.notes })}</span> : null}
        </>
      }
      below={
        <>
          {noted === "" ? null : <p className="quiet fine">{noted}</p>}
          {form ?? (
            <div className="button-row -ms-2 mt-1">
              <LinkButton
                look="plain"
                size="small"
                data-key="answer"
                href={asking("answer")}
                aria-label={t("ideas.desk.answerOf", { title })}
              >
                {t("ideas.desk.answer")}
              </LinkButton>
              <LinkButton
                look="plain"
                size="small"
                href={asking("weigh")}
                aria-label={t("ideas.desk.weighOf", { title })}
              >
                {t("ideas.desk.weigh")}
              </LinkButton>
              <LinkButton
                look="plain"
                size="small"
                href={paths.mergeIdea(idea.id)}
                aria-label={t("ideas.desk.joinOf", { title })}
              >
                {t("ideas.desk.join")}
              </LinkButton>
            </div>
          )}
        </>
      }
    />
  );
}
