import { describe, expect, it } from "vitest";
import { parseAuthor } from "./author";
import { Identities, nameKey } from "./identity";

describe("the author of a mail", () => {
  it.each([
    ["Ana Lopes <Ana.Lopes@Example.org>", "Ana Lopes", "ana.lopes@example.org"],
    ['"Lopes, Ana" <ana@example.org>', "Lopes, Ana", "ana@example.org"],
    ["ana@example.org (Ana Lopes)", "Ana Lopes", "ana@example.org"],
    ["ana at example.org (Ana Lopes)", "Ana Lopes", "ana@example.org"],
    ["Ana Lopes <ana at example.org>", "Ana Lopes", "ana@example.org"],
    ["ana at example.org (=?utf-8?Q?Andr=C3=A9_Lopes?=)", "André Lopes", "ana@example.org"],
    ["=?iso-8859-1?Q?Andr=E9?= Lopes <ana@example.org>", "André Lopes", "ana@example.org"],
    ["ana@example.org", "", "ana@example.org"],
    ["<ana@example.org>", "", "ana@example.org"],
    ['"ana@example.org" <ana@example.org>', "", "ana@example.org"],
    ["Ana Lopes <ana@example.org> (Ana Lopes)", "Ana Lopes", "ana@example.org"],
    ["Ana [mailto:ana@example.org]", "", "ana@example.org"],
  ])("reads %s", (header, name, address) => {
    expect(parseAuthor(header)).toMatchObject({ address, ...(name === "" ? {} : { name }) });
  });

  it("keeps what an archive masked as a mark, never as an address", () => {
    expect(parseAuthor("@n@@|ope@ @end|ng |rom ex@mp|e@org (Ana Lopes)")).toEqual({
      name: "Ana Lopes",
      address: null,
      mask: "@n@@|ope@ @end|ng |rom ex@mp|e@org",
    });
  });

  it("never takes a list's own address for its author's", () => {
    const header = "Ana Lopes via Garden <garden@lists.example.org>";
    expect(parseAuthor(header)).toEqual({ name: "Ana Lopes", address: null, mask: null });
    expect(parseAuthor(header, "ana@example.org")?.address).toBe("ana@example.org");
    expect(parseAuthor(header, "garden@lists.example.org")?.address).toBeNull();
  });

  it("says so when a header names nobody", () => {
    expect(parseAuthor("")).toBeNull();
    expect(parseAuthor(" <> ")).toBeNull();
  });
});

describe("who is who", () => {
  it("compares names without accents, case and order", () => {
    expect(nameKey("LOPES, André")).toBe(nameKey("Andre Lopes"));
    expect(nameKey("André")).toBeNull();
  });

  it("joins mails that share a name of two words, an address, or both through a third", () => {
    const who = new Identities();
    const a = who.note({ name: "Ana Lopes", address: "ana@one.example", mask: null });
    const b = who.note({ name: "ana", address: "ana@two.example", mask: null });
    expect(who.representative(a)).not.toBe(who.representative(b));
    who.note({ name: "Lopes, Ana", address: "ana@two.example", mask: null });
    expect(who.representative(a)).toBe(who.representative(b));
    expect(who.identity(b)).toMatchObject({
      displayName: "Ana Lopes",
      addresses: ["ana@two.example", "ana@one.example"],
    });
  });

  it("does not join two people by a first name alone, nor shows an address as a name", () => {
    const who = new Identities();
    const a = who.note({ name: "Ana", address: "ana@one.example", mask: null });
    const b = who.note({ name: "Ana", address: "ana@two.example", mask: null });
    expect(who.representative(a)).not.toBe(who.representative(b));
    expect(who.identity(who.note({ name: "", address: "bo@example.org", mask: null })).displayName).toBe("bo");
  });

  it("shows the whole form of a name when another is damaged", () => {
    const who = new Identities();
    const a = who.note({ name: "Andreas Schr?der", address: "as@example.org", mask: null });
    who.note({ name: "Andreas Schr?der", address: "as@example.org", mask: null });
    who.note({ name: "Andreas Schröder", address: "as@example.org", mask: null });
    expect(who.identity(a).displayName).toBe("Andreas Schröder");
    for (const name of ["bo ek", "bo ek", "BO EK", "Bo Ek"]) who.note({ name, address: "bo@example.org", mask: null });
    expect(who.identity(who.note({ name: "bo ek", address: null, mask: null })).displayName).toBe("Bo Ek");
  });
});
