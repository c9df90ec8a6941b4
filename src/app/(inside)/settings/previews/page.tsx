import { openPage } from "@/assembly/open-page";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { LeavePreviews, MyFeatures } from "@/stages/features/ui/my-features";
import { EmptyState } from "@/ui/empty-state";

/** What one may try before it is there for all, and what one may do without. */
export default async function PreviewsPage() {
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const features = await api.features.mine();
    const tries = features.some(({ choice, isPreview, has }) => choice === "in" || (isPreview && has));
    return {
      title: t("features.mine.title"),
      body: (
        <>
          <SettingsHead t={t} current="previews" />
          <p className="quiet mb-4">{t("features.mine.lead")}</p>
          {features.length === 0 ? (
            <EmptyState title={t("features.mine.empty")}>{t("features.mine.emptyText")}</EmptyState>
          ) : (
            <MyFeatures features={features} back={back} t={t} words={form} refusedOf={refusedOf} />
          )}
          {tries ? <LeavePreviews back={back} t={t} words={form} /> : null}
        </>
      ),
    };
  });
}
