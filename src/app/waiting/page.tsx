import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { openPage } from "@/assembly/open-page";
import { FollowTheDoor } from "@/launch/door/ui/follow";
import { Announced } from "@/launch/ui/announced";
import { AskForm, TakeBack } from "@/launch/ui/ask-form";
import { DoorFoot } from "@/launch/ui/door-foot";
import { WaitingSheet } from "@/launch/ui/waiting-sheet";
import { paths } from "@/paths";
import { PlainPage } from "@/ui/shell";

/** The page says its own title, with its text. */
export const metadata: Metadata = { title: null };

/** The waiting room: a door, not a wall. Nothing of what is inside is read here. */
export default async function WaitingPage() {
  return openPage(
    async ({ api, viewer, t, locale, timeZone, format, form, refusedOf }) => {
      const waiting = await api.launch.waiting();
      if (waiting.admitted) redirect(paths.home());
      return {
        title: t("launch.waiting.title"),
        body: (
          <PlainPage brand={{ name: t("shell.name"), href: paths.waiting() }}>
            <WaitingSheet
              t={t}
              format={format}
              name={viewer.name}
              waiting={waiting}
              announced={<Announced t={t} stage={waiting.stage} said={waiting.announced} />}
              ask={<AskForm t={t} words={form} request={waiting.request} refused={refusedOf("launch.askToJoin")} />}
              follow={<FollowTheDoor t={t} words={form} follows={waiting.follows} />}
              takeBack={<TakeBack t={t} words={form} refused={refusedOf("launch.takeRequestBack")} />}
            />
            <DoorFoot t={t} locale={locale} timeZone={timeZone} words={form} />
          </PlainPage>
        ),
      };
    },
    { bare: true },
  );
}
