import { openPage } from "@/assembly/open-page";
import { paths } from "@/paths";
import { Markdown } from "@/posts/ui/markdown";
import { AboutFacts, HowHere } from "@/spaces/ui/about-space";
import { LevelForm } from "@/spaces/ui/level-form";
import { LeaveSpace } from "@/spaces/ui/your-place";
import { Link } from "@/ui/link";
import { PageTitle, Section } from "@/ui/page-title";

export default async function AboutSpacePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const about = await api.spaces.about({ slug });
    const { space, guidelines } = about;
    const verbs = { space, back, t, words: form };
    return {
      title: t("spaces.about.title", { space: space.name }),
      body: (
        <>
          <PageTitle kicker={<Link href={paths.space(slug)}>{space.name}</Link>} lead={space.purpose}>
            {t("spaces.page.about")}
          </PageTitle>
          <AboutFacts about={about} stage={viewer.stage} t={t} format={format} />
          <Section
            title={t("spaces.about.guidelines")}
            action={
              space.may.run && guidelines === "" ? (
                <Link href={paths.editSpace(slug)}>{t("spaces.about.write")}</Link>
              ) : null
            }
          >
            {guidelines === "" ? (
              <p className="quiet">{t("spaces.about.noGuidelines")}</p>
            ) : (
              <Markdown text={guidelines} t={t} />
            )}
          </Section>
          <div id="place">
            <Section title={t("spaces.about.yours")}>
              <HowHere space={space} t={t} />
              <div className="my-5">
                <LevelForm {...verbs} refused={refusedOf("spaces.setLevel")} />
              </div>
              <LeaveSpace {...verbs} refused={refusedOf("spaces.leave")} />
            </Section>
          </div>
        </>
      ),
    };
  });
}
