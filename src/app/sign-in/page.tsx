import type { Metadata } from "next";
import { signInPage } from "@/assembly/sign-in-page";

export const metadata: Metadata = { title: null };

export default async function SignIn({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  return signInPage(await searchParams);
}
