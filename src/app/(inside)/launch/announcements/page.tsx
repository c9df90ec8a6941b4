import { openPage } from "@/assembly/open-page";
import { AnnouncementForm } from "@/launch/announcements/ui/announcement-form";
import { LaunchTabs } from "@/launch/ui/launch-tabs";
import { PageTitle } from "@/ui/page-title";

/** What is said when a stage opens, stage by stage, in both languages. */
export default async function AnnouncementsPage() {
  return openPage(async ({ api, viewer, t, format, form, refusedOf }) => {
    const announcements = await api.launch.announcements();
    return {
      title: t("launch.announcements.title"),
      body: (
        <>
          <PageTitle lead={t("launch.announcements.lead")}>{t("launch.announcements.title")}</PageTitle>
          <LaunchTabs t={t} current="announcements" />
          {announcements.map((announcement) => (
            <AnnouncementForm
              key={announcement.stage}
              t={t}
              format={format}
              words={form}
              announcement={announcement}
              mayWrite={viewer.roles.has("admin")}
              refused={refusedOf("launch.writeAnnouncement", { stage: announcement.stage })}
            />
          ))}
        </>
      ),
    };
  });
}
