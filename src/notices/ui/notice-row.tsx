import { STATUS_WORDS } from "@/feedback/ui/words";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Icon } from "@/ui/icon";
import { SubmitButton } from "@/ui/submit-button";
import { TimeAgo } from "@/ui/time-ago";
import { OWN_PLACES } from "../places";
import type { NoticeView } from "../views";
import { toldWords } from "./words";

export type NoticeRowProps = { notice: NoticeView; t: Words; format: Formats; form: FormWords; back: string };

/** One thing that a person was told: who did what, where it leads, and the mark that it was seen. */
export function NoticeRow({ notice, t, format, form, back }: NoticeRowProps) {
  const [first] = notice.who;
  const own = OWN_PLACES[notice.why];
  const title =
    own === undefined ? (notice.conversation?.title ?? notice.space?.name ?? notice.words ?? "") : t(own.title);
  return (
    <li className="list-row notice" data-leading="" data-unread={notice.unread ? "" : undefined}>
      <div>{first ? <Avatar id={first.id} name={first.name} /> : <Icon name="bell" />}</div>
      <div>
        <p className="notice-told">{toldWords(t, notice)}</p>
        {/* A plain link: what it leads to is decided when it is followed. */}
        <p className="list-title">
          <a href={paths.notice(notice.id)}>{title}</a>
        </p>
        <div className="meta">
          {notice.unread ? <span className="hidden-words">{t("notices.list.new")}</span> : null}
          {notice.status ? (
            <Badge tone={STATUS_WORDS[notice.status].tone}>{t(STATUS_WORDS[notice.status].name)}</Badge>
          ) : null}
          <span>{notice.conversation?.place ?? ""}</span>
          <TimeAgo at={notice.lastAt} format={format} />
        </div>
      </div>
      <div>
        <ActionForm
          procedure={notice.unread ? "notices.read" : "notices.unread"}
          back={back}
          words={form}
          hidden={{ notice: notice.id }}
        >
          <SubmitButton
            look="plain"
            size="small"
            icon={notice.unread ? "check" : "bell"}
            aria-label={t(notice.unread ? "notices.list.readOf" : "notices.list.unreadOf", { title })}
            title={t(notice.unread ? "notices.list.read" : "notices.list.unreadAgain")}
          />
        </ActionForm>
      </div>
    </li>
  );
}
