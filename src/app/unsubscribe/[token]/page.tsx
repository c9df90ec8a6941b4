import type { Metadata } from "next";
import { type Query, queryOf } from "@/assembly/query";
import { unsubscribePage } from "@/assembly/unsubscribe-page";

export const metadata: Metadata = { title: null };

type Props = { params: Promise<{ token: string }>; searchParams: Query };

export default async function Unsubscribe({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, queryOf(searchParams)]);
  return unsubscribePage(decodeURIComponent(token), done);
}
