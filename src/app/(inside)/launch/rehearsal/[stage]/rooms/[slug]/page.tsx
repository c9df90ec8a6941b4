import { openPage } from "@/assembly/open-page";
import { type Query, queryOf } from "@/assembly/query";
import { paths } from "@/paths";
import { EmptyRoom } from "@/posts/rooms/ui/empty-room";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";

type Props = { params: Promise<{ stage: string; slug: string }>; searchParams: Query };

/** What to do about a space that the newcomers of a step would find empty, before it is taken. */
export default async function EmptyRoomPage({ params, searchParams }: Props) {
  const [{ stage, slug }, { into }] = await Promise.all([params, queryOf(searchParams)]);
  return openPage(async ({ api, t, format, form, back, refusedOf }) => {
    const room = await api.posts.emptyRoom({ slug, into });
    const title = t("rooms.title", { name: room.space.name });
    return {
      title,
      body: (
        <>
          <PageTitle
            kicker={<Link href={paths.launchRehearsal(stage)}>{t("rooms.back")}</Link>}
            lead={t(room.cold.length === 0 ? "rooms.warm" : "rooms.lead")}
          >
            {title}
          </PageTitle>
          <EmptyRoom t={t} format={format} words={form} back={back} stage={stage} room={room} refusedOf={refusedOf} />
        </>
      ),
    };
  });
}
