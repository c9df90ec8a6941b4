import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { unfolded } from "@/posts/ui/words-of";
import { Link } from "@/ui/link";
import { Meta } from "@/ui/list";
import { Prose } from "@/ui/prose";
import type { NewsView } from "../views";

type NewsProps = { news: readonly NewsView[]; t: Words; format: Formats };

/** What is new: each shipped idea with the words that said so, and whose idea it was. */
export function News({ news, t, format }: NewsProps) {
  return (
    <ol className="grid gap-8" aria-label={t("feedback.news.title")}>
      {news.map((one) => (
        <li key={one.id} id={`n-${one.id}`} className="scroll-mt-4">
          <article className="max-w-read border-b border-rye pb-6">
            <h2 className="text-read font-semibold">
              <Link href={paths.idea(one.id)}>{one.title}</Link>
            </h2>
            <Meta>
              <time dateTime={one.at.toISOString()}>{format.date(one.at)}</time>
              <span>
                {t("feedback.news.askedBy")} <PersonLink person={one.author} />
              </span>
              {one.voteCount > 0 ? <span>{t("feedback.votes.count", { count: one.voteCount })}</span> : null}
              <Link href={paths.board(one.board.slug)}>{one.board.name}</Link>
            </Meta>
            {one.noteHtml === "" ? null : (
              <div className="mt-3">
                <Prose size="small" html={unfolded(t, one.noteHtml)} />
              </div>
            )}
            <p className="quiet fine mt-2">{t("feedback.news.saidBy", { name: one.by.displayName })}</p>
          </article>
        </li>
      ))}
    </ol>
  );
}
