import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Menu } from "@/ui/menu";
import type { MenuItem } from "@/ui/menu-items";
import type { PostView } from "../views";

type PostMenuProps = { post: PostView; back: string; t: Words };

/** The verbs of a post that are wanted now and then, as far as the viewer may. */
export function PostMenu({ post, back, t }: PostMenuProps) {
  return <Menu label={t("posts.menu.label")} items={[...own(post, back, t), ...order(post, back, t)]} />;
}

function own(post: PostView, back: string, t: Words): MenuItem[] {
  const values = { post: post.id };
  const self = paths.post(post.id);
  const items: MenuItem[] = [
    post.saved
      ? { label: t("posts.menu.unsave"), icon: "save", procedure: "posts.unsave", back, values }
      : { label: t("posts.menu.save"), icon: "save", procedure: "posts.save", back, values },
    { label: t("posts.menu.copy"), icon: "link", href: self, copied: t("posts.menu.copied") },
  ];
  if (post.editedAt !== null)
    items.push({ label: t("posts.menu.history"), icon: "history", href: paths.postHistory(post.id) });
  if (post.may.edit) items.push({ label: t("posts.thread.edit"), icon: "edit", href: paths.editPost(post.id) });
  return items;
}

function order(post: PostView, back: string, t: Words): MenuItem[] {
  const values = { post: post.id };
  const asks = (verb: string) => `${withQuery(paths.post(post.id), { [verb]: "post" })}#${verb}`;
  const items: MenuItem[] = [];
  if (post.may.pin)
    items.push(
      post.pinned
        ? { label: t("posts.menu.unpin"), icon: "pin", procedure: "posts.unpin", back, values }
        : { label: t("posts.menu.pin"), icon: "pin", procedure: "posts.pin", back, values },
    );
  if (post.may.lock)
    items.push(
      post.locked
        ? { label: t("posts.menu.unlock"), icon: "lock", procedure: "posts.unlock", back, values }
        : { label: t("posts.menu.lock"), icon: "lock", href: asks("lock") },
    );
  if (post.may.move) items.push({ label: t("posts.menu.move"), icon: "next", href: paths.movePost(post.id) });
  if (post.may.remove)
    items.push({ label: t("posts.thread.remove"), icon: "remove", tone: "bad", href: asks("remove") });
  return items;
}
