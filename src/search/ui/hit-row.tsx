import type { Formats } from "@/i18n/format";
import type { WordKey, Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { ListRow } from "@/ui/list";
import { TimeAgo } from "@/ui/time-ago";
import type { ConversationHit } from "../views";
import { Marked } from "./marked";

const KIND_OF: Readonly<Record<string, WordKey>> = {
  question: "search.kindOf.question",
  announcement: "search.kindOf.announcement",
  poll: "search.kindOf.poll",
  event: "search.kindOf.event",
  idea: "search.kindOf.idea",
};

function addressOf({ kind, id, comment }: ConversationHit): string {
  if (kind === "idea") return comment === null ? paths.idea(id) : paths.ideaComment(id, comment);
  return comment === null ? paths.post(id) : paths.comment(id, comment);
}

/** A conversation that was found: its best passage, who wrote that, and where. */
export function HitRow({ hit, t, format }: { hit: ConversationHit; t: Words; format: Formats }) {
  const kind = KIND_OF[hit.kind];
  const place = hit.place.kind === "space" ? paths.space(hit.place.slug) : paths.board(hit.place.slug);
  const by = hit.comment === null ? "search.opening" : "search.answer";
  const name = () => <PersonLink key="name" person={hit.author} />;
  return (
    <ListRow
      heading={3}
      title={<Marked pieces={hit.title} />}
      href={addressOf(hit)}
      text={<Marked pieces={hit.passage} />}
      meta={
        <>
          {kind === undefined ? null : <Badge tone={hit.kind === "announcement" ? "accent" : "plain"}>{t(kind)}</Badge>}
          {hit.answered && hit.kind === "question" ? <Badge tone="good">{t("search.isAnswered")}</Badge> : null}
          <span>
            <Link href={place}>{hit.place.name}</Link>
          </span>
          <span>{t.rich(by, { name })}</span>
          <TimeAgo at={hit.at} format={format} />
          {hit.others > 0 ? <span>{t("search.others", { count: hit.others })}</span> : null}
          {hit.commentCount > 0 ? <span>{t("search.answers", { count: hit.commentCount })}</span> : null}
        </>
      }
    />
  );
}
