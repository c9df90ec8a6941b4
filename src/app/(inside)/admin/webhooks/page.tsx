import { openPage } from "@/assembly/open-page";
import { AdminHead } from "@/assembly/shell/admin-head";
import { WebhookForm } from "@/notices/webhooks/ui/webhook-form";
import { WebhookList } from "@/notices/webhooks/ui/webhook-list";
import { paths } from "@/paths";
import { Section } from "@/ui/page-title";

/** Who outside is told what happens on boards. */
export default async function WebhooksPage() {
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const [webhooks, boards] = await Promise.all([api.webhooks.list(), api.webhooks.boards({})]);
    return {
      title: t("webhooks.title"),
      body: (
        <>
          <AdminHead t={t} current="webhooks" title={t("webhooks.title")} lead={t("webhooks.lead")} />
          <WebhookList webhooks={webhooks} t={t} />
          <Section title={t("webhooks.add")}>
            <WebhookForm
              webhook={null}
              boards={boards}
              back={back}
              to={`${paths.adminWebhooks()}/{webhook}?done=added`}
              t={t}
              words={form}
              refused={refusedOf("webhooks.add")}
            />
          </Section>
        </>
      ),
    };
  });
}
