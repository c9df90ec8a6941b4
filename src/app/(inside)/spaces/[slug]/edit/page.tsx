import { openPage, refuseUnless } from "@/assembly/open-page";
import { paths } from "@/paths";
import { CoverForm } from "@/spaces/ui/cover-form";
import { ArchiveSpaceForm, EditSpaceForm } from "@/spaces/ui/space-form";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

export default async function EditSpacePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, t, form, back, refusedOf }) => {
    const space = await api.spaces.bySlug({ slug });
    refuseUnless(space.may.run, "ownersOnly");
    const common = { space, back, t, words: form };
    const title = t("spaces.form.editTitle", { space: space.name });
    return {
      title,
      body: (
        <>
          <PageTitle kicker={<Link href={paths.space(slug)}>{space.name}</Link>}>{title}</PageTitle>
          <EditSpaceForm {...common} refused={refusedOf("spaces.edit")} />
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
