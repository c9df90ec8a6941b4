import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { ListRow } from "@/ui/list";
import type { CaseCard } from "../views";
import { thingWords } from "./words-of-thing";

/** Words that wait at the desk, or waited: whose they are, why they were reported, and what they say. */
export function CaseRow({ one, t, format }: { one: CaseCard; t: Words; format: Formats }) {
  const when =
    one.settledAt === null
      ? t("moderation.queue.since", { when: format.ago(one.openedAt) })
      : t("moderation.queue.settledAgo", { when: format.ago(one.settledAt) });
  return (
    <ListRow
      heading={2}
      leading={<PersonAvatar person={one.author} />}
      title={thingWords(t, one)}
      href={paths.moderated(one.id)}
      text={one.excerpt}
      meta={
        <>
          <span>{one.author.displayName}</span>
          <span>{one.place}</span>
          <span>{t("moderation.queue.reports", { count: one.reportCount })}</span>
          {one.reasons.map((reason) => (
            <span key={reason}>{t(`moderation.reasons.${reason}`)}</span>
          ))}
          <span>{when}</span>
        </>
      }
      trailing={
        one.taken === null ? (
          one.grave && one.settledAt === null ? (
            <Badge tone="bad">{t("moderation.reasons.harassment")}</Badge>
          ) : null
        ) : (
          <Badge tone="accent">{t(`moderation.taken.${one.taken}`)}</Badge>
        )
      }
    />
  );
}
