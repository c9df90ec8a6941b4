import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { Profile } from "@/members/ui/profile";
import { paths, withQuery } from "@/paths";
import { PostRow } from "@/posts/ui/post-row";
import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { after } = await queryOf(searchParams);
  return openPage(async ({ api, viewer, t, format }) => {
    const person = await api.members.profile({ person: id });
    // Whoever still waits at the door sees their own profile, and no posts.
    const said = viewer.standing.admitted ? await api.posts.byPerson({ person: id, after, take: 10 }) : null;
    return {
      title: person.displayName,
      body: (
        <>
          <Profile person={person} t={t} format={format} />
          {said === null ? null : (
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
                    : { href: withQuery(paths.person(id), { after: said.next }), label: t("common.older") }
                }
              />
            </Section>
          )}
        </>
      ),
    };
  });
}
