import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Badge, type BadgeTone } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { List, ListRow } from "@/ui/list";
import type { WebhookCard } from "../views";

const TONES: Readonly<Record<WebhookCard["state"], BadgeTone>> = {
  on: "good",
  failing: "bad",
  paused: "plain",
  off: "bad",
};

export function WebhookState({ state, t }: { state: WebhookCard["state"]; t: Words }) {
  return <Badge tone={TONES[state]}>{t(`webhooks.state.${state}`)}</Badge>;
}

/** Every address that is told things. */
export function WebhookList({ webhooks, t }: { webhooks: readonly WebhookCard[]; t: Words }) {
  if (webhooks.length === 0) return <EmptyState title={t("webhooks.emptyTitle")}>{t("webhooks.emptyText")}</EmptyState>;
  return (
    <List tight label={t("webhooks.list")}>
      {webhooks.map((one) => (
        <ListRow
          key={one.id}
          title={one.name}
          href={paths.adminWebhook(one.id)}
          meta={
            <>
              <WebhookState state={one.state} t={t} />
              <span className="break-all">{one.url}</span>
              <span>
                {one.boards === null ? t("webhooks.all") : t("webhooks.boardCount", { count: one.boards.length })}
              </span>
            </>
          }
        />
      ))}
    </List>
  );
}
