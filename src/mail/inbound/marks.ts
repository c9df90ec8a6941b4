import { parseAddressHeader } from "mailparser";
import type { HeaderOf } from "../reading/parse";

/**
 * The one address that a mail says it comes from, in lower case. Archives are read with patience; here the address
 * decides in whose name words are published, so what the server in front proved of it must be all that is read: one
 * `From` header with one mailbox (RFC 5322, section 3.6.2).
 * @returns null when it is not as plain as that
 */
export function senderOf(header: HeaderOf): string | null {
  const [from, ...others] = header("from");
  if (from === undefined || others.length > 0) return null;
  const [mailbox, ...more] = parseAddressHeader(from).value;
  const address = mailbox?.address?.toLowerCase() ?? "";
  if (more.length > 0 || !address.includes("@")) return null;
  const written = from.toLowerCase();
  return written === address || written.endsWith(`<${address}>`) ? address : null;
}

/**
 * Whether a program wrote it. RFC 3834: whoever answers by itself says so, and is not answered; lists and old answering
 * machines say so in their own ways.
 */
export function isAutomatic(header: HeaderOf): boolean {
  const says = (name: string) => header(name).join(" ").toLowerCase();
  const submitted = says("auto-submitted");
  if (submitted !== "" && !submitted.startsWith("no")) return true;
  if (/\b(?:bulk|junk|list|auto_reply)\b/.test(says("precedence"))) return true;
  return says("x-autoreply") !== "" || says("list-id") !== "" || says("return-path") === "<>";
}
