import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formInput, readForm, typedFields } from "./form-fields";
import { TurnedAway } from "./visit";

const urlencoded = "application/x-www-form-urlencoded";

function multipart(parts: readonly string[]): { type: string; body: Buffer } {
  const body = parts.map((part) => `--edge\r\n${part}\r\n`).join("");
  return { type: "multipart/form-data; boundary=edge", body: Buffer.from(`${body}--edge--\r\n`) };
}

async function statusOf(work: Promise<unknown>): Promise<number | undefined> {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  return error instanceof TurnedAway ? error.status : undefined;
}

describe("a form's body", () => {
  test("is read urlencoded, with its order and its accents", async () => {
    const entries = await readForm(`${urlencoded}; charset=utf-8`, Buffer.from("a=1&b=caf%C3%A9+noir&a=2"));
    expect(entries).toEqual([
      ["a", "1"],
      ["b", "café noir"],
      ["a", "2"],
    ]);
  });

  test("is read as multipart; a file input left empty says nothing", async () => {
    const { type, body } = multipart([
      'Content-Disposition: form-data; name="title"\r\n\r\nLe pain\r\nlève',
      'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
    ]);
    expect(await readForm(type, body)).toEqual([["title", "Le pain\r\nlève"]]);
  });

  test("with a file, of another type, damaged or with too many fields is turned away", async () => {
    const file = multipart(['Content-Disposition: form-data; name="f"; filename="x.txt"\r\n\r\nhello']);
    expect(await statusOf(readForm(file.type, file.body))).toBe(400);
    expect(await statusOf(readForm("application/json", Buffer.from("{}")))).toBe(415);
    expect(await statusOf(readForm("text/plain", Buffer.from("a=1")))).toBe(415);
    expect(await statusOf(readForm(null, Buffer.from("a=1")))).toBe(415);
    expect(await statusOf(readForm("multipart/form-data; boundary=edge", Buffer.from("nothing")))).toBe(400);
    expect(await statusOf(readForm(urlencoded, Buffer.from("a=1&".repeat(501))))).toBe(400);
  });
});

describe("the fields as one object", () => {
  test("nest by dots, repeat as lists, and leave the door's own out", () => {
    expect(
      formInput([
        ["title", "x"],
        ["audience.sites", "Lyon"],
        ["audience.sites", "Leeds"],
        ["audience.kind", "pilot"],
        ["tags[]", "one"],
        ["_back", "/spaces"],
        ["_to", "/posts/{post}"],
      ]),
    ).toEqual({ title: "x", audience: { sites: ["Lyon", "Leeds"], kind: "pilot" }, tags: ["one"] });
  });

  test.each(["__proto__", "__proto__.polluted", "__proto__[]"])("never reach a prototype: %s is left out", (name) => {
    const input = formInput([[name, "yes"]]);
    expect(Object.keys(input)).toEqual([]);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  });

  test.each(["a.__proto__.polluted", "constructor.prototype.polluted", "prototype", "a.constructor[]"])(
    "never reach a prototype: %s",
    (name) => {
      expect(() => formInput([[name, "yes"]])).toThrow(TurnedAway);
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
    },
  );

  test.each([[["a", "a.b"]], [["a.b", "a"]], [["a.b.c.d.e.f"]], [["a..b"]], [[".a"]], [[""]], [["a."]]])(
    "that contradict one another or make no sense are turned away: %j",
    (names) => {
      expect(() => formInput(names.map((name) => [name, "1"] as const))).toThrow(TurnedAway);
    },
  );

  test("never change Object.prototype, whatever they are called", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const word = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "a", "hasOwnProperty", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.string())), (fields) => {
        try {
          formInput(fields.map(([path, value]) => [path.join("."), value] as const));
        } catch (error) {
          expect(error).toBeInstanceOf(TurnedAway);
        }
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
    );
  });

  test("are kept by name as they were typed", () => {
    expect(
      typedFields([
        ["title", "x"],
        ["tag", "a"],
        ["tag", "b"],
        ["toString", "c"],
        ["__proto__", "d"],
        ["_back", "/"],
      ]),
    ).toEqual({ title: ["x"], tag: ["a", "b"], toString: ["c"] });
  });
});
