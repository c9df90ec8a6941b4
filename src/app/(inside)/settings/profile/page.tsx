import { openPage } from "@/assembly/open-page";
import { PhotoForm } from "@/members/ui/photo-form";
import { ProfileForm } from "@/members/ui/profile-form";
import { SettingsHead } from "@/members/ui/settings-tabs";

export default async function ProfileSettingsPage() {
  return openPage(async ({ api, viewer, t, form, back, refusedOf }) => {
    const person = await api.members.profile({ person: viewer.id });
    return {
      title: t("members.edit.title"),
      body: (
        <>
          <SettingsHead t={t} current="profile" />
          <p className="quiet mb-6">{t("members.edit.lead")}</p>
          <PhotoForm person={person} back={back} t={t} words={form} refused={refusedOf("members.setPhoto")} />
          <ProfileForm person={person} back={back} t={t} words={form} refused={refusedOf("members.editProfile")} />
        </>
      ),
    };
  });
}
