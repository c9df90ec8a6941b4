import type { Metadata } from "next";
import type { ReactNode } from "react";

/** Each page says its own title, in its own language, from what it has already read. */
export const metadata: Metadata = { title: null };

/** What stays while one walks through the house. The frame itself is drawn with each page; nothing is guarded here. */
export default function InsideLayout({ children }: { children: ReactNode }) {
  return children;
}
