import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import type { MyIdea } from "../views";
import { PromisedDay, StatusBadge } from "./idea-marks";

type MyIdeasProps = { ideas: readonly MyIdea[]; today: string; t: Words; format: Formats };

/** What became of one's own ideas: where each stands, and the last words that were said about it. */
export function MyIdeas({ ideas, today, t, format }: MyIdeasProps) {
  if (ideas.length === 0) return <p className="quiet py-2">{t("feedback.mine.empty")}</p>;
  return (
    <List tight label={t("feedback.mine.title")}>
      {ideas.map((idea) => (
        <ListRow
          key={idea.id}
          title={idea.title}
          href={paths.idea(idea.id)}
          text={idea.answer === null || idea.answer.note === "" ? null : idea.answer.note}
          meta={
            <>
              <StatusBadge status={idea.status} t={t} />
              <PromisedDay idea={idea} today={today} t={t} format={format} />
              {idea.status === "merged" ? null : idea.answer === null ? (
                <span>{t("feedback.mine.waiting")}</span>
              ) : (
                <span>
                  {t("feedback.mine.answered", { name: idea.answer.byName, when: format.ago(idea.answer.at) })}
                </span>
              )}
              <span>{t("feedback.votes.short", { count: idea.voteCount })}</span>
              {idea.status === "shipped" ? (
                <Link href={paths.entriesOf(idea.id)}>{t("feedback.mine.news")}</Link>
              ) : null}
            </>
          }
        />
      ))}
    </List>
  );
}
