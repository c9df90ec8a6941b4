import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AdminHead } from "@/assembly/shell/admin-head";
import { DeliveryList } from "@/notices/webhooks/ui/delivery-list";
import { WebhookForm } from "@/notices/webhooks/ui/webhook-form";
import { WebhookState } from "@/notices/webhooks/ui/webhook-list";
import { WebhookSecret, WebhookVerbs } from "@/notices/webhooks/ui/webhook-verbs";
import { paths, withQuery } from "@/paths";
import { Callout } from "@/ui/callout";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

const DONE = { added: "webhooks.done.added", saved: "webhooks.done.saved", sent: "webhooks.done.sent" } as const;

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** One address that is told things: its secret, what it is told of, and what was answered. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const [{ id }, { after, done }] = await Promise.all([params, queryOf(searchParams)]);
  return openPage(async ({ api, t, format, form, back, refusedOf }) => {
    const here = paths.adminWebhook(id);
    const [webhook, log, boards] = await Promise.all([
      api.webhooks.one({ webhook: id }),
      api.webhooks.deliveries({ webhook: id, after }),
      api.webhooks.boards({ webhook: id }),
    ]);
    const said = Object.entries(DONE).find(([key]) => key === done)?.[1];
    const common = { webhook, back, t, words: form, refusedOf };
    return {
      title: webhook.name,
      flash: said === undefined ? null : t(said),
      body: (
        <>
          <AdminHead t={t} current="webhooks" title={webhook.name} lead={webhook.url} />
          <p className="mb-4">
            <WebhookState state={webhook.state} t={t} />
          </p>
          {webhook.state === "off" ? <Callout tone="bad">{t("webhooks.off")}</Callout> : null}
          {webhook.state === "failing" && webhook.failingSince !== null ? (
            <Callout tone="bad">{t("webhooks.failing", { since: format.dateTime(webhook.failingSince) })}</Callout>
          ) : null}
          <Section title={t("webhooks.secret.title")}>
            <WebhookSecret format={format} {...common} />
          </Section>
          <Section title={t("webhooks.doing")}>
            <WebhookVerbs {...common} />
          </Section>
          <Section title={t("webhooks.log.title")}>
            <p className="quiet mb-4">{t(log.items.length === 0 ? "webhooks.log.empty" : "webhooks.log.lead")}</p>
            <DeliveryList deliveries={log.items} back={back} t={t} format={format} words={form} refusedOf={refusedOf} />
            <Pager
              label={t("webhooks.log.pages")}
              next={log.next === null ? null : { href: withQuery(here, { after: log.next }), label: t("common.older") }}
            />
          </Section>
          <Section title={t("webhooks.edit")}>
            <WebhookForm
              webhook={webhook}
              boards={boards}
              back={back}
              to={`${here}?done=saved`}
              t={t}
              words={form}
              refused={refusedOf("webhooks.edit")}
            />
          </Section>
        </>
      ),
    };
  });
}
