import type { Metadata } from "next";
import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { DoorLetter } from "@/launch/door/ui/letters";
import { paths, withQuery } from "@/paths";
import { PageTitle } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import { PlainPage } from "@/ui/shell";

/** The page says its own title, with its text. */
export const metadata: Metadata = { title: null };

/** All letters to those who wait, the latest first. */
export default async function DoorLettersPage({ searchParams }: { searchParams: Query }) {
  const { after } = await queryOf(searchParams);
  return openPage(
    async ({ api, t, format }) => {
      const { items, next } = await api.door.letters({ after });
      return {
        title: t("door.letters.title"),
        body: (
          <PlainPage brand={{ name: t("shell.name"), href: paths.waiting() }}>
            <PageTitle lead={t(items.length === 0 ? "door.letters.none" : "door.letters.lead")}>
              {t("door.letters.title")}
            </PageTitle>
            <div className="stack" data-gap="large">
              {items.map((letter) => (
                <DoorLetter key={letter.id} t={t} format={format} letter={letter} heading="h2" />
              ))}
            </div>
            <Pager
              label={t("door.letters.pages")}
              previous={after === undefined ? null : { href: paths.doorLetters(), label: t("door.letters.first") }}
              next={
                next === null
                  ? null
                  : { href: withQuery(paths.doorLetters(), { after: next }), label: t("door.letters.older") }
              }
            />
          </PlainPage>
        ),
      };
    },
    { bare: true },
  );
}
