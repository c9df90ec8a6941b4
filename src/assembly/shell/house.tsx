import "server-only";
import type { ReactNode } from "react";
import { shellWords } from "@/i18n/shell-words";
import type { Words } from "@/i18n/words";
import type { BellView } from "@/notices/views";
import { paths } from "@/paths";
import type { Viewer } from "@/platform/access/viewer";
import { SearchEntry, SearchLink } from "@/search/ui/search-entry";
import { PlainPage, Shell } from "@/ui/shell";
import type { LivePageProps } from "../live/ui/live-opened";
import { LivePage } from "../live/ui/live-page";
import { AccountFoot } from "./account-foot";
import { Bell } from "./bell";
import { DeviceZone } from "./device-zone";
import { KeyList } from "./key-list";
import { Keyboard } from "./keyboard";
import { journeys } from "./keys";
import { navOf, tellUs } from "./nav";
import { paletteWords } from "./palette-words";
import { SignOutButton } from "./sign-out-button";
import { currentUrl } from "./url";

type HouseProps = {
  /** What the page is called, for whoever says something about it. */
  title: string;
  viewer: Viewer;
  t: Words;
  aside?: ReactNode;
  wide?: boolean;
  flash?: ReactNode;
  /** What waits for the viewer: notices, and words to look after. */
  waiting: BellView;
  /** What keeps it up to date while it is open. */
  live: LivePageProps;
  children: ReactNode;
};

/**
 * The frame around a page: the index for those inside, a plain page for those still at the door. It is drawn with each
 * page and not by a layout, which would keep telling the place that was current when it was first drawn.
 */
export async function House({ title, viewer, t, aside, wide = false, flash, waiting, live, children }: HouseProps) {
  const { pathname } = await currentUrl();
  const brand = { name: t("shell.name"), href: viewer.standing.admitted ? paths.home() : paths.waiting() };
  if (!viewer.standing.admitted)
    return (
      <PlainPage brand={brand}>
        {children}
        {aside}
        <div className="mt-12">
          <SignOutButton t={t} />
        </div>
      </PlainPage>
    );
  const { nav, bar, own, bell } = navOf(t, viewer, pathname, waiting);
  return (
    <Shell
      brand={brand}
      mast={
        <>
          <SearchLink t={t} />
          <Bell item={bell} />
        </>
      }
      search={pathname === paths.search() ? null : <SearchEntry t={t} />}
      nav={nav}
      bar={bar}
      foot={<AccountFoot t={t} name={viewer.name} id={viewer.id} items={[...own, tellUs(t, pathname, title)]} />}
      aside={aside}
      flash={flash}
      wide={wide}
      words={shellWords(t)}
    >
      {children}
      <LivePage {...live} />
      <DeviceZone />
      <Keyboard
        journeys={journeys(viewer)}
        searchPath={paths.search()}
        on={viewer.comfort.keys}
        title={t("members.keys.title")}
        closeWords={t("common.close")}
        palette={paletteWords(t)}
      >
        <KeyList t={t} viewer={viewer} />
      </Keyboard>
    </Shell>
  );
}
