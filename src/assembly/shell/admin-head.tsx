import type { ReactNode } from "react";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { PageTitle } from "@/ui/page-title";
import { Tabs } from "@/ui/tabs";

export type AdminTab = "people" | "features" | "mail" | "webhooks" | "audit";

type AdminHeadProps = { t: Words; current: AdminTab; title: ReactNode; lead: ReactNode };

/** The head of every page of administration, with the way to the others. */
export function AdminHead({ t, current, title, lead }: AdminHeadProps) {
  const tabs = [
    { key: "people", href: paths.adminPeople(), label: t("admin.tabs.people") },
    { key: "features", href: paths.adminFeatures(), label: t("admin.tabs.features") },
    { key: "mail", href: paths.adminMail(), label: t("admin.tabs.mail") },
    { key: "webhooks", href: paths.adminWebhooks(), label: t("admin.tabs.webhooks") },
    { key: "audit", href: paths.adminAudit(), label: t("admin.tabs.audit") },
  ];
  return (
    <>
      <PageTitle kicker={t("admin.title")} lead={lead}>
        {title}
      </PageTitle>
      <Tabs
        label={t("admin.tabsLabel")}
        items={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))}
      />
    </>
  );
}
