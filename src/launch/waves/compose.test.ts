import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACQUAINTANCES, compose, type Expecting, type Waiting } from "./compose";

function waits(id: string, wish: Partial<Waiting> = {}): Waiting {
  const place = { department: "Quality", site: "Leeds" };
  return { id, ...place, askedAt: 0, vouched: false, insiders: 9, knows: 9, words: "", expectedBy: [], ...wish };
}

function expects(id: string, free: number, wish: Partial<Expecting> = {}): Expecting {
  return { id, free, department: "", site: "", topics: [], ...wish };
}

const idsOf = (places: readonly { id: string }[]) => places.map(({ id }) => id);

describe("who comes", () => {
  it("whoever is vouched for comes first, then whoever asked first", () => {
    const queue = [
      waits("late", { askedAt: 3 }),
      waits("early", { askedAt: 1 }),
      waits("known", { askedAt: 9, vouched: true }),
    ];
    const wave = compose(queue, [], 2);
    expect(wave.map(({ id, because }) => [id, because])).toEqual([
      ["known", "vouched"],
      ["early", "turn"],
    ]);
  });

  it("a hole of the matrix is filled before others have their turn, until two stand there", () => {
    const hole = { department: "Sales", site: "Lyon", insiders: 1 };
    const queue = [
      waits("a", { askedAt: 1 }),
      waits("x", { askedAt: 5, ...hole }),
      waits("y", { askedAt: 6, ...hole }),
    ];
    expect(idsOf(compose(queue, [], 2))).toEqual(["x", "a"]);
    expect(compose(queue, [], 1)[0]).toMatchObject({ because: "hole" });
  });

  it("cells take turns, so that no department fills a wave", () => {
    const many = [1, 2, 3].map((n) => waits(`q${n}`, { askedAt: n }));
    const other = waits("s", { askedAt: 9, department: "Sales" });
    expect(idsOf(compose([...many, other], [], 2))).toEqual(["q1", "s"]);
  });

  it("of somebody without department or site nobody says that their place is empty", () => {
    const queue = [waits("a", { askedAt: 1 }), waits("x", { askedAt: 5, site: "", insiders: 0 })];
    expect(idsOf(compose(queue, [], 1))).toEqual(["a"]);
  });
});

describe("with whom", () => {
  it("two acquaintances are company, a colleague in the wave is, and a host with a free place is", () => {
    const queue = [
      waits("knows", { askedAt: 1, knows: 2 }),
      waits("one", { askedAt: 2, knows: 1, department: "Sales" }),
      waits("two", { askedAt: 3, knows: 1, department: "Sales" }),
      waits("lone", { askedAt: 4, knows: 1, department: "Care" }),
    ];
    const wave = compose(queue, [expects("h", 1)], 4);
    const company = Object.fromEntries(wave.map((one) => [one.id, [one.company, one.colleague, one.host]]));
    expect(company).toEqual({
      knows: ["acquaintances", null, null],
      one: ["colleague", "two", null],
      two: ["colleague", "one", null],
      lone: ["host", null, "h"],
    });
    expect(compose(queue, [], 4).filter((one) => one.company === "nobody")).toHaveLength(1);
  });

  it("people without a department are nobody's colleagues", () => {
    const unknown = { department: "", site: "", knows: 0 };
    expect(compose([waits("a", unknown), waits("b", unknown)], [], 2).map(({ company }) => company)).toEqual([
      "nobody",
      "nobody",
    ]);
  });

  it("a host whose topic stands in the request is asked first, then one of the same place, then the one with most places", () => {
    const hosts = [
      expects("roomy", 9),
      expects("near", 1, { site: "Leeds" }),
      expects("topic", 1, { topics: ["", "Night shifts"] }),
    ];
    const queue = [
      waits("a", { askedAt: 1, words: "I work night shifts." }),
      waits("b", { askedAt: 2 }),
      waits("c", { askedAt: 3 }),
    ];
    expect(compose(queue, hosts, 3).map(({ host }) => host)).toEqual(["topic", "near", "roomy"]);
  });
});

const cell = fc.constantFrom("", "Sales", "Care", "Quality");
const HOSTS = ["h1", "h2", "h3", "h4"];
const queues = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    department: cell,
    site: cell,
    askedAt: fc.integer({ min: 0, max: 5 }),
    vouched: fc.boolean(),
    insiders: fc.integer({ min: 0, max: 3 }),
    knows: fc.integer({ min: 0, max: 3 }),
    words: fc.constantFrom("", "night shifts"),
    expectedBy: fc.subarray(HOSTS),
  }),
  { maxLength: 25, selector: ({ id }) => id },
);
const teams = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...HOSTS),
    free: fc.integer({ min: 0, max: 3 }),
    department: cell,
    site: cell,
    topics: fc.constant(["night"]),
  }),
  { maxLength: 4, selector: ({ id }) => id },
);
const sizes = fc.integer({ min: 0, max: 12 });

/** As the database tells it: everybody of a cell is told the same of it. */
function oneCount(queue: readonly Waiting[]): Waiting[] {
  const first = new Map(queue.map((one) => [`${one.department}|${one.site}`, one.insiders]));
  return queue.map((one) => ({ ...one, insiders: first.get(`${one.department}|${one.site}`) ?? 0 }));
}

describe("for whoever waits, whoever hosts and however many", () => {
  const always = (holds: (queue: Waiting[], hosts: Expecting[], size: number) => void) =>
    fc.assert(fc.property(queues, teams, sizes, (queue, hosts, size) => holds(oneCount(queue), hosts, size)));

  it("nobody is given to a host who has not said yes while one who has said yes has a place", () => {
    always((queue, hosts, size) => {
      const wave = compose(queue, hosts, size);
      const taken = (id: string) => wave.filter(({ host }) => host === id).length;
      for (const place of wave) {
        const yes = queue.find(({ id }) => id === place.id)?.expectedBy ?? [];
        if (place.host === null || yes.includes(place.host)) continue;
        for (const host of hosts.filter(({ id }) => yes.includes(id))) expect(taken(host.id)).toBe(host.free);
      }
    });
  });

  it("never more come than asked for, nobody twice, and as many as there are", () => {
    always((queue, hosts, size) => {
      const wave = compose(queue, hosts, size);
      expect(wave).toHaveLength(Math.min(size, queue.length));
      expect(new Set(idsOf(wave)).size).toBe(wave.length);
      expect(idsOf(queue)).toEqual(expect.arrayContaining(idsOf(wave)));
    });
  });

  it("the order in which people are told changes nothing", () => {
    always((queue, hosts, size) => {
      expect(compose(queue.toReversed(), hosts.toReversed(), size)).toEqual(compose(queue, hosts, size));
    });
  });

  it("nobody who asked earlier in the same group of equals is passed over", () => {
    always((queue, hosts, size) => {
      const come = new Set(idsOf(compose(queue, hosts, size)));
      for (const taken of queue.filter(({ id }) => come.has(id)))
        for (const left of queue.filter(({ id }) => !come.has(id))) {
          expect(left.vouched && !taken.vouched, "whoever is vouched for comes first").toBe(false);
          const equals =
            left.vouched === taken.vouched && left.department === taken.department && left.site === taken.site;
          expect(equals && left.askedAt < taken.askedAt).toBe(false);
        }
    });
  });

  it("no host expects more than they have places, and nobody is alone while a place is free", () => {
    always((queue, hosts, size) => {
      const wave = compose(queue, hosts, size);
      const used = Map.groupBy(wave, ({ host }) => host);
      const free = hosts.filter(({ id, free: places }) => (used.get(id)?.length ?? 0) < places);
      for (const { id, free: places } of hosts) expect(used.get(id)?.length ?? 0).toBeLessThanOrEqual(places);
      if (free.length > 0) expect(wave.filter(({ host }) => host === null)).toEqual([]);
      for (const one of wave) {
        const knows = queue.find(({ id }) => id === one.id)?.knows ?? 0;
        const has = knows >= ACQUAINTANCES || one.colleague !== null || one.host !== null;
        expect(one.company === "nobody").toBe(!has);
      }
    });
  });
});
