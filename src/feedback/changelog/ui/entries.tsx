import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Attachments } from "@/posts/ui/attachments";
import { unfolded } from "@/posts/ui/words-of";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { Meta } from "@/ui/list";
import { Prose } from "@/ui/prose";
import { CreditLines } from "../../credits/ui/credit-lines";
import type { EntryView } from "../views";

type EntriesProps = { entries: readonly EntryView[]; t: Words; format: Formats };

/** What is new: each entry with what was asked, who asked and who shaped it. */
export function Entries({ entries, t, format }: EntriesProps) {
  return (
    <ol className="grid gap-8" aria-label={t("feedback.news.title")}>
      {entries.map((entry) => (
        <li key={entry.id} id={`e-${entry.id}`} className="scroll-mt-4">
          <Entry entry={entry} t={t} format={format} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, t, format }: Omit<EntriesProps, "entries"> & { entry: EntryView }) {
  const { ideas, votes, credits } = entry;
  return (
    <article className="max-w-read border-rye border-b pb-6">
      <h2 className="font-semibold text-read">{entry.title}</h2>
      <Meta>
        {entry.fresh ? <Badge tone="accent">{t("changelog.new")}</Badge> : null}
        <time dateTime={entry.publishedAt.toISOString()}>{format.date(entry.publishedAt)}</time>
        {entry.by === null ? null : <span>{t("changelog.by", { name: entry.by.displayName })}</span>}
        {entry.may.edit ? (
          <Link href={paths.editEntry(entry.id)} aria-label={t("changelog.editOne", { title: entry.title })}>
            {t("changelog.edit")}
          </Link>
        ) : null}
      </Meta>
      <div className="mt-3">
        <Prose size="small" html={unfolded(t, entry.bodyHtml)} />
      </div>
      <Attachments files={entry.files} t={t} format={format} />
      {ideas.length === 0 ? null : (
        <div className="mt-4 border-crust border-s-3 ps-4">
          <p className="font-semibold">{t("changelog.asked")}</p>
          <ul className="grid gap-1">
            {ideas.map((idea) => (
              <li key={idea.id}>
                <Link href={paths.idea(idea.id)}>{idea.title}</Link>{" "}
                <Link className="quiet fine" href={paths.board(idea.board.slug)}>
                  {idea.board.name}
                </Link>
                {idea.status === "shipped" || idea.status === "in-preview" ? null : (
                  <span className="quiet fine"> {t("changelog.reopened")}</span>
                )}
              </li>
            ))}
          </ul>
          {votes === 0 ? null : <p className="quiet fine mt-1">{t("changelog.votes", { count: votes })}</p>}
          <CreditLines lines={credits} t={t} />
        </div>
      )}
    </article>
  );
}
