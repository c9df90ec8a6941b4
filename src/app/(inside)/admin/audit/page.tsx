import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { AdminHead } from "@/assembly/shell/admin-head";
import { paths, withQuery } from "@/paths";
import { AuditFilter } from "@/privacy/ui/audit-filter";
import { AuditTable } from "@/privacy/ui/audit-table";
import { EmptyState } from "@/ui/empty-state";
import { Pager } from "@/ui/pager";

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { after, name = "" } = await queryOf(searchParams);
  return openPage(async ({ api, t, format }) => {
    const { items, next } = await api.audit.list({ name: name.slice(0, 100), after, take: 50 });
    const onward = next === null ? null : withQuery(paths.adminAudit(), { name, after: next });
    return {
      title: t("admin.audit.title"),
      wide: true,
      body: (
        <>
          <AdminHead t={t} current="audit" title={t("admin.audit.title")} lead={t("admin.audit.lead")} />
          <AuditFilter t={t} name={name} />
          {items.length === 0 ? (
            <EmptyState title={t("admin.audit.emptyTitle")}>{t("admin.audit.emptyText")}</EmptyState>
          ) : (
            <AuditTable lines={items} t={t} format={format} />
          )}
          <Pager
            label={t("admin.audit.pages")}
            next={onward === null ? null : { href: onward, label: t("common.older") }}
          />
        </>
      ),
    };
  });
}
