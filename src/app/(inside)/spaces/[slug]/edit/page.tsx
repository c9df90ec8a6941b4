import { openPage } from "@/assembly/open-page";
import { paths } from "@/paths";
import { CoverForm } from "@/spaces/ui/cover-form";
import { ArchiveSpaceForm, EditSpaceForm } from "@/spaces/ui/space-form";
import { Steering } from "@/spaces/ui/steering";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

export default async function EditSpacePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, viewer, t, form, back, refusedOf }) => {
    const settings = await api.spaces.settings({ slug });
    const { space, guidelines } = settings;
    const common = { space, back, t, words: form };
    const title = t("spaces.form.editTitle", { space: space.name });
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.space(slug)}>{space.name}</Link>}>{title}</PageTitle>
          <EditSpaceForm {...common} guidelines={guidelines} refused={refusedOf("spaces.edit")} />
          <Section title={t("spaces.steer.title")}>
            <Steering
              settings={settings}
              team={viewer.roles.size > 0}
              back={back}
              t={t}
              words={form}
              refusedOf={refusedOf}
            />
          </Section>
          <Section title={t("spaces.cover.title")}>
            <CoverForm {...common} refused={refusedOf("spaces.setCover")} />
          </Section>
          <Section title={t("spaces.form.archiveTitle")}>
            <ArchiveSpaceForm {...common} refused={refusedOf("spaces.archive")} />
          </Section>
        </>
      ),
    };
  });
}
