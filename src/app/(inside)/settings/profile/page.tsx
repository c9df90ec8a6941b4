import { openPage } from "@/assembly/open-page";
import { DoorFaceForm } from "@/launch/door/ui/door-face-form";
import { AwayForm } from "@/members/ui/away-form";
import { PhotoForm } from "@/members/ui/photo-form";
import { ProfileForm } from "@/members/ui/profile-form";
import { SettingsHead } from "@/members/ui/settings-tabs";
import { ShownForm } from "@/members/ui/shown-form";
import { Section } from "@/ui/page-title";

export default async function ProfileSettingsPage() {
  return openPage(async ({ api, viewer, t, form, back, refusedOf }) => {
    const person = await api.members.profile({ person: viewer.id });
    const door = viewer.standing.admitted ? await api.door.mine() : null;
    return {
      title: t("members.edit.title"),
      body: (
        <>
          <SettingsHead t={t} current="profile" />
          <p className="quiet mb-6">{t("members.edit.lead")}</p>
          <PhotoForm person={person} back={back} t={t} words={form} refused={refusedOf("members.setPhoto")} />
          <ProfileForm person={person} back={back} t={t} words={form} refused={refusedOf("members.editProfile")} />
          <Section title={t("members.away.title")}>
            <p className="quiet mb-4">{t("members.away.lead")}</p>
            <AwayForm person={person} back={back} t={t} words={form} refusedOf={refusedOf} />
          </Section>
          {door === null ? null : (
            <Section title={t("door.title")}>
              <p className="quiet mb-4">{t("door.lead")}</p>
              <DoorFaceForm
                t={t}
                shown={door.face}
                hasPhoto={person.photo !== null}
                back={back}
                words={form}
                refusedOf={refusedOf}
              />
            </Section>
          )}
          <Section title={t("members.shown.title")}>
            <p className="quiet mb-4">{t("members.shown.lead")}</p>
            <ShownForm person={person} back={back} t={t} words={form} refused={refusedOf("members.setShown")} />
          </Section>
        </>
      ),
    };
  });
}
