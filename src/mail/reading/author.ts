import { parseAddressHeader } from "mailparser";
import type { Author } from "./identity";

const PLAIN_ADDRESS = /^[^\s@<>()"',;:|]+@[^\s@<>()"',;:|]+\.[a-z0-9-]{2,}$/i;
/** Mailman's text form: "name at host (Full Name)" or "Full Name <name at host>". */
const SPOKEN_AT = /^([^\s<>()"@|]+) (?:at|AT) ([^\s<>()"@|]+\.[^\s<>()"@|]{2,})$/;
/** Newer Mailman text archives replace letters at random: "j@ne@doe @end|ng |rom ex@mp|e@com". Nobody can undo that. */
const MASKED = /[^\s@]*@\S* .*@|@?end[i|]ng [f|]rom/i;
const WITH_COMMENT = /^\s*([^()<>]*?)\s*\(([\s\S]*)\)\s*$/;
const IN_ANGLES = /^([^<]*)<([^<>]*)>\s*(?:\(([\s\S]*)\))?\s*$/;
const VIA = /\s+(?:via|durch|par)\s+.*$/i;
/** What is read of a header, in characters: the patterns above take the square of the length for a hostile one. */
const HEADER_MAX = 2000;

type Parts = { readonly name: string; readonly place: string };

function split(header: string): Parts {
  const angles = IN_ANGLES.exec(header);
  if (angles) return { name: angles[1]?.trim() || (angles[3] ?? ""), place: (angles[2] ?? "").trim() };
  const comment = WITH_COMMENT.exec(header);
  if (comment) return { name: comment[2] ?? "", place: comment[1] ?? "" };
  return { name: "", place: header.trim() };
}

/** Decodes encoded words (RFC 2047) and takes off quotes by letting the mail parser read it as a display name. */
function decodeName(text: string): string {
  const bare = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replace(/\\(["\\])/g, "$1");
  const decoded = bare.includes("=?") ? (parseAddressHeader(`${bare} <a@a.invalid>`).value[0]?.name ?? bare) : bare;
  const name = decoded.replace(/^['"\s]+|['"\s]+$/g, "").replace(/\p{Cc}+/gu, " ");
  if (PLAIN_ADDRESS.test(name) || SPOKEN_AT.test(name)) return "";
  return [...name].slice(0, 120).join("").toWellFormed().trim();
}

function cleanAddress(text: string): string | null {
  const spoken = SPOKEN_AT.exec(text);
  const address = (spoken ? `${spoken[1]}@${spoken[2]}` : text).toLowerCase().replace(/^mailto:/, "");
  return PLAIN_ADDRESS.test(address) && address.length <= 254 ? address : null;
}

/**
 * Reads the author from a `From` header as archives write it: RFC 5322, "a at b (Name)", "Name <a at b>", masked
 * addresses, and lists that put their own address there ("Name via List"), for which `replyTo` may know better.
 * @returns null when the header names nobody
 */
export function parseAuthor(from: string, replyTo = ""): Author | null {
  const header = from.slice(0, HEADER_MAX).replace(/\r?\n[ \t]+/g, " ");
  const { name: rawName, place } = split(header);
  const masked = MASKED.test(place);
  const address = masked ? null : (cleanAddress(place) ?? firstAddress(header));
  const name = rawName.trim() === place ? "" : decodeName(rawName);
  if (VIA.test(name) && address !== null) {
    const own = cleanAddress(split(replyTo.slice(0, HEADER_MAX)).place);
    return { name: name.replace(VIA, ""), address: own === address ? null : own, mask: null };
  }
  const mask = address === null && place !== "" ? place.toLowerCase().slice(0, 254) : null;
  return name === "" && address === null && mask === null ? null : { name, address, mask };
}

const ANY_ADDRESS = /[^\s@<>()[\]"',;:|]+@[^\s@<>()[\]"',;:|]+\.[a-z0-9-]{2,}/i;

/** Whatever address stands in a header that none of the usual shapes fits. */
function firstAddress(header: string): string | null {
  return cleanAddress(ANY_ADDRESS.exec(header)?.[0] ?? "");
}
