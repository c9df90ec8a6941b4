import type { Metadata } from "next";
import { signedOutPage } from "@/assembly/sign-in-page";

export const metadata: Metadata = { title: null };

export default function SignedOut() {
  return signedOutPage();
}
