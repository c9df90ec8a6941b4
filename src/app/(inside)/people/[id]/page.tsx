import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { NoteForm, Notes } from "@/care/journal/ui/notes";
import { Offers } from "@/care/ui/offers";
import { Thanks } from "@/care/ui/thanks";
import { Shaped } from "@/feedback/credits/ui/shaped";
import { Profile, type ProfileProps } from "@/members/ui/profile";
import { paths, withQuery } from "@/paths";
import { PostRow } from "@/posts/ui/post-row";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

type Said = Awaited<ReturnType<Visit["api"]["posts"]["byPerson"]>>;

/** What somebody wrote lately, as far as one may read it. */
function SaidBy({
  person,
  said,
  t,
  format,
}: Pick<Visit, "t" | "format"> & { person: ProfileProps["person"]; said: Said }) {
  return (
    <Section title={t("members.profile.said", { name: person.displayName })}>
      {said.items.length === 0 ? <p className="quiet">{t("members.profile.saidNothing")}</p> : null}
      <List>
        {said.items.map((post) => (
          <PostRow key={post.id} post={post} t={t} format={format} showSpace showAuthor={false} />
        ))}
      </List>
      <Pager
        label={t("members.profile.pages")}
        next={
          said.next === null
            ? null
            : { href: withQuery(paths.person(person.id), { after: said.next }), label: t("common.older") }
        }
      />
    </Section>
  );
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format, form, back, refusedOf }) => {
    const person = await api.members.profile({ person: id });
    const profile = <Profile person={person} t={t} format={format} />;
    // Whoever still waits at the door sees their own profile, and nothing of what goes on inside.
    if (!viewer.standing.admitted) return { title: person.displayName, body: profile };
    const keepsJournal = viewer.roles.size > 0 && id !== viewer.id;
    const [beside, said, talks] = await Promise.all([
      api.care.beside({ person: id }),
      api.posts.byPerson({ person: id, after, take: 10 }),
      keepsJournal ? api.journal.mine({ person: id, take: 5 }) : null,
    ]);
    const care = { beside, person, back, t, format, words: form, refusedOf };
    return {
      title: person.displayName,
      body: (
        <>
          {profile}
          <Offers {...care} />
          <Thanks {...care} />
          <Shaped name={person.displayName} shaped={beside.shaped} t={t} />
          {talks === null ? null : (
            <Section title={t("journal.talks")}>
              <p className="quiet mb-4">
                {t("journal.private")} <Link href={paths.journal()}>{t("journal.all")}</Link>
              </p>
              <Notes t={t} format={format} words={form} back={back} notes={talks.items} />
              <NoteForm
                t={t}
                words={form}
                back={back}
                person={person}
                refused={refusedOf("journal.note", { person: id })}
              />
            </Section>
          )}
          <SaidBy person={person} said={said} t={t} format={format} />
        </>
      ),
    };
  });
}
