import { openPage, refuseUnless } from "@/assembly/open-page";
import { paths } from "@/paths";
import { NewSpaceForm } from "@/spaces/ui/space-form";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

export default async function NewSpacePage() {
  return openPage(({ viewer, t, form, back, refused }) => {
    refuseUnless(viewer.roles.size > 0, "hostsOnly");
    return {
      title: t("spaces.form.newTitle"),
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.spaces()}>{t("spaces.list.title")}</Link>}
            lead={t("spaces.form.newLead")}
          >
            {t("spaces.form.newTitle")}
          </PageTitle>
          <NewSpaceForm back={back} t={t} words={form} refused={refused} />
        </>
      ),
    };
  });
}
