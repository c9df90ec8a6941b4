import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { List, ListRow } from "@/ui/list";
import { Pager } from "@/ui/pager";
import { TimeAgo } from "@/ui/time-ago";
import type { DecisionView } from "../letters/views";

type DecisionListProps = {
  page: { readonly items: readonly DecisionView[]; readonly next: string | null };
  paged: boolean;
  t: Words;
  format: Formats;
};

/** Why one did or did not get a mail, the latest first. */
export function DecisionList({ page, paged, t, format }: DecisionListProps) {
  if (page.items.length === 0)
    return <EmptyState title={t("notices.decisions.empty")}>{t("notices.decisions.emptyText")}</EmptyState>;
  return (
    <>
      <List tight label={t("notices.decisions.title")}>
        {page.items.map((decision) => (
          <ListRow
            key={decision.id}
            title={titleOf(decision, t)}
            {...linkOf(decision)}
            text={t(`notices.decisions.reasons.${decision.reason}`)}
            meta={<TimeAgo at={decision.at} format={format} />}
            trailing={decision.reason === "mailed" ? <Badge tone="good">{t("notices.decisions.mailed")}</Badge> : null}
          />
        ))}
      </List>
      <Pager
        label={t("notices.decisions.pages")}
        previous={paged ? { href: paths.settingsMail(), label: t("common.newer") } : null}
        next={
          page.next === null
            ? null
            : { href: withQuery(paths.settingsMail(), { after: page.next }), label: t("common.older") }
        }
      />
    </>
  );
}

function titleOf({ isDigest, title }: DecisionView, t: Words): string {
  return title ?? t(isDigest ? "notices.decisions.digest" : "notices.decisions.gone");
}

function linkOf({ conversationId, kind }: DecisionView): { href?: string } {
  if (conversationId === null) return {};
  return { href: kind === "idea" ? paths.idea(conversationId) : paths.post(conversationId) };
}
