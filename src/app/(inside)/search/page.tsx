import { redirect } from "next/navigation";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths, withQuery } from "@/paths";
import { searchOf } from "@/search/ui/form-search";
import { HowTo, Results } from "@/search/ui/results";
import { SearchBox } from "@/search/ui/search-box";
import { boxWords } from "@/search/ui/search-words";
import { PageTitle } from "@/ui/page-title";

export default async function SearchPage({ searchParams }: { searchParams: Query }) {
  const query = await queryOf(searchParams);
  // A form that was sent without JavaScript says its filters apart; every search has one address.
  if (query.form !== undefined) redirect(withQuery(paths.search(), { q: searchOf(query) }));
  const q = (query.q ?? "").slice(0, 200);
  return openPage(async ({ api, viewer, t, format }) => {
    const found = await api.search.find({ q, after: query.after, take: 20 });
    return {
      title: q === "" ? t("search.title") : t("search.titleOf", { q }),
      body: (
        <>
          <PageTitle>{t("search.title")}</PageTitle>
          <SearchBox q={q} owner={viewer.id} spaces={found.choices} words={boxWords(t)}>
            {q === "" ? <HowTo t={t} /> : <Results q={q} found={found} t={t} format={format} />}
          </SearchBox>
        </>
      ),
    };
  });
}
