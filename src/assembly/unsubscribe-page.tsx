import "server-only";
import type { ReactNode } from "react";
import { words } from "@/i18n/words";
import { endingOf } from "@/mail/unsubscribe/token";
import { paths } from "@/paths";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { PageTitle } from "@/ui/page-title";
import { PlainPage } from "@/ui/shell";
import { currentLocale } from "./server-caller";

const TITLES = { asks: "notices.unsubscribe.title", ended: "notices.unsubscribe.endedTitle" } as const;

/**
 * Asks whether mails are to end, of whoever has the link of a mail, signed in or not. Looking at it ends nothing:
 * programs that look for bad links open every one of them. It names no thread and no space, which may be private.
 */
export async function unsubscribePage(token: string, done: string | undefined): Promise<ReactNode> {
  const t = words(await currentLocale());
  const ending = endingOf(token);
  const title = t(ending === null ? "notices.unsubscribe.unknown" : TITLES[done === "ended" ? "ended" : "asks"]);
  return (
    <PlainPage brand={{ name: t("shell.name"), href: paths.home() }}>
      <title>{t("shell.titleOf", { page: title })}</title>
      {ending === null ? (
        <PageTitle lead={t("notices.unsubscribe.unknownText")}>{title}</PageTitle>
      ) : (
        <>
          <PageTitle
            lead={t(
              done === "ended"
                ? `notices.unsubscribe.ended.${ending.scope}`
                : `notices.unsubscribe.asks.${ending.scope}`,
            )}
          >
            {title}
          </PageTitle>
          {done === "resumed" ? <Callout tone="good">{t("notices.unsubscribe.resumed")}</Callout> : null}
          <form method="post" action={paths.unsubscribeDoor(token)} className="mt-6">
            <input type="hidden" name="do" value={done === "ended" ? "resume" : "end"} />
            <Button type="submit" look={done === "ended" ? "quiet" : "primary"}>
              {t(done === "ended" ? "notices.unsubscribe.resume" : `notices.unsubscribe.end.${ending.scope}`)}
            </Button>
          </form>
        </>
      )}
    </PlainPage>
  );
}
