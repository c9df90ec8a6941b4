import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { DefinitionList } from "@/ui/definition-list";
import type { DecisionCount } from "../letters/views";

type DecisionCountsProps = { decided: readonly DecisionCount[]; t: Words; format: Formats };

/** For admins: how many mails of the last days were written, wait, or never came, by reason; nobody is named. */
export function DecisionCounts({ decided, t, format }: DecisionCountsProps) {
  if (decided.length === 0) return null;
  return (
    <details className="fold mb-5">
      <summary>{t("mail.admin.decided")}</summary>
      <DefinitionList
        items={decided.map(({ reason, count }) => ({
          term: t(`notices.decisions.counted.${reason}`),
          detail: format.number(count),
        }))}
      />
    </details>
  );
}
