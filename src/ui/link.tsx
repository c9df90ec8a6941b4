import NextLink from "next/link";
import type { ComponentProps } from "react";

/** A link inside Levain. Nothing is fetched before it is followed: every page here is drawn for one reader. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
