import { openPage, type Visit } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { PeopleSearch } from "@/members/ui/people-search";
import { paths, withQuery } from "@/paths";
import { AskedHere } from "@/spaces/ui/asked-here";
import { CandidateRow, MemberRow } from "@/spaces/ui/member-row";
import { peopleOf } from "@/spaces/ui/stage-words";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { List } from "@/ui/list";
import { PageTitle, Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };
type Space = Awaited<ReturnType<Visit["api"]["spaces"]["members"]>>["space"];

type CandidatesProps = { visit: Visit; space: Space; search: string; here: ReadonlySet<string> };

/** People found by name, to be given a place. */
async function Candidates({ visit, space, search, here }: CandidatesProps) {
  const { api, t, form, back, refusedOf } = visit;
  const found = search === "" ? [] : (await api.members.directory({ search, take: 10 })).items;
  return (
    <Section title={t("spaces.people.add")}>
      <PeopleSearch action={paths.spaceMembers(space.slug)} value={search} label={t("spaces.people.addHint")} t={t} />
      {search !== "" && found.length === 0 ? <p className="quiet">{t("spaces.people.nobodyFound")}</p> : null}
      <List tight>
        {found.map((person) => (
          <CandidateRow
            key={person.id}
            person={person}
            isHere={here.has(person.id)}
            space={space}
            back={back}
            t={t}
            words={form}
            refusedOf={refusedOf}
          />
        ))}
      </List>
    </Section>
  );
}

export default async function SpaceMembersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { after, search = "" } = await queryOf(searchParams);
  return openPage(async (visit) => {
    const { api, t, form, back, refusedOf } = visit;
    const { space, items, next } = await api.spaces.members({ slug, after, take: 50 });
    const self = paths.spaceMembers(slug);
    return {
      title: t("spaces.people.title", { space: space.name }),
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.space(slug)}>{space.name}</Link>}
            lead={space.manyMembers ? peopleOf(t, space) : t("spaces.people.lead", { count: space.memberCount })}
          >
            {t("spaces.people.tab")}
          </PageTitle>
          <AskedHere space={space} t={t} />
          {items.length === 0 ? (
            <EmptyState title={t("spaces.people.emptyTitle")}>{t("spaces.people.emptyText")}</EmptyState>
          ) : (
            <List tight label={t("spaces.people.tab")}>
              {items.map((person) => (
                <MemberRow
                  key={person.id}
                  person={person}
                  space={space}
                  back={back}
                  t={t}
                  words={form}
                  refusedOf={refusedOf}
                />
              ))}
            </List>
          )}
          <Pager
            label={t("spaces.people.pages")}
            next={next === null ? null : { href: withQuery(self, { after: next, search }), label: t("common.more") }}
          />
          {space.may.run ? (
            <Candidates visit={visit} space={space} search={search} here={new Set(items.map(({ id }) => id))} />
          ) : null}
        </>
      ),
    };
  });
}
