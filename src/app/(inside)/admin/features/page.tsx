import { openPage } from "@/assembly/open-page";
import { AdminHead } from "@/assembly/shell/admin-head";
import { FeatureSheet } from "@/stages/features/ui/feature-sheet";

/** What each stage opens, and the switches for it. */
export default async function AdminFeaturesPage() {
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const features = await api.features.list();
    return {
      title: t("features.admin.title"),
      wide: true,
      body: (
        <>
          <AdminHead t={t} current="features" title={t("features.admin.title")} lead={t("features.admin.lead")} />
          {features.map((feature) => (
            <FeatureSheet
              key={feature.key}
              feature={feature}
              stage={viewer.stage}
              back={back}
              t={t}
              format={format}
              words={form}
              refusedOf={refusedOf}
            />
          ))}
        </>
      ),
    };
  });
}
