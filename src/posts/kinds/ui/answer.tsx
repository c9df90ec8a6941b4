import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import { unfolded } from "../../ui/words-of";
import type { AnswerView } from "../views";

type AcceptedAnswerProps = { postId: string; answer: AnswerView; t: Words; format: Formats };

/** The answer to a question, under it, with the way to where it stands in the conversation. */
export function AcceptedAnswer({ postId, answer, t, format }: AcceptedAnswerProps) {
  return (
    <section className="answer" aria-label={t("posts.answer.title")}>
      <p className="meta">
        <Badge tone="good" icon="check">
          {t("posts.answer.title")}
        </Badge>
        <span>
          <PersonLink person={answer.author} />
        </span>
        <TimeAgo at={answer.createdAt} format={format} />
      </p>
      <Prose size="small" html={unfolded(t, answer.bodyHtml)} lang={answer.language ?? undefined} />
      <p className="fine">
        <Link href={paths.comment(postId, answer.id)}>{t("posts.answer.inPlace")}</Link>
      </p>
    </section>
  );
}
