import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { withQuery } from "@/paths";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import type { HistoryView } from "../views";
import { Versions } from "./versions";

type HistorySheetProps = {
  found: HistoryView;
  /** What is told: a post, an idea, or a comment. */
  of: "post" | "idea" | "comment";
  /** Where the words stand now. */
  place: string;
  /** The address of this page, and what it was asked. */
  self: string;
  asked: { readonly comment?: string | undefined; readonly after?: string | undefined };
  t: Words;
  format: Formats;
};

const LEADS = {
  post: "posts.history.lead",
  idea: "posts.history.leadIdea",
  comment: "posts.history.leadComment",
} as const;

/** What somebody's words said before, version by version. */
export function HistorySheet({ found, of, place, self, asked, t, format }: HistorySheetProps) {
  const { title, author, items, next } = found;
  const { comment, after } = asked;
  return (
    <>
      <PageTitle kicker={<Link href={place}>{title}</Link>} lead={t(LEADS[of], { name: author.displayName })}>
        {t("posts.history.title")}
      </PageTitle>
      <Versions
        versions={items}
        older={next === null ? null : withQuery(self, { comment, after: next })}
        later={after === undefined ? null : { href: withQuery(self, { comment }) }}
        t={t}
        format={format}
      />
    </>
  );
}
