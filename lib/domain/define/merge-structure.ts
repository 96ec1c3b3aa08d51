import { itemVersions, keptStatements, mergeStatements } from "./merge-statements";
import { LIMITS } from "./program-limits";
import { type Item, type Outline, ROOT, same } from "./program-outline";
import { chosen, eachWay, type ThreeWay } from "./three-way";

type Sides = ThreeWay<Outline>;

/** The list in which each thing of the merged program stands, by its id; what is left out of it is not there. */
type Lists = ReadonlyMap<string, string>;

export type Structure = {
  readonly lists: Lists;
  /** Things that could only be placed as I have them: what the others did to their place is not done. */
  readonly asMine: ReadonlySet<string>;
};

/**
 * Where everything stands. What one side adds, moves or removes is done; what one removes and the other changes is kept. Where that makes
 * no program (a circle of groups, an empty group, two roots, too many tiers), the things concerned stay as I have them. In the end
 * everything may, and mine is a program.
 */
export function mergeStructure(sides: Sides): Structure {
  const ids = new Set([...sides.mine.keys(), ...sides.theirs.keys()]);
  const asMine = new Set<string>();
  for (;;) {
    const lists = withOwners(wantedLists(ids, sides, asMine), sides, asMine);
    const misplaced = findMisplaced(lists, sides, asMine);
    if (misplaced.length === 0 || asMine.size === ids.size) return { lists, asMine };
    const others = misplaced.filter((id) => !asMine.has(id));
    for (const id of others.length > 0 ? others : ids) asMine.add(id);
  }
}

function wantedLists(ids: Iterable<string>, sides: Sides, asMine: ReadonlySet<string>): Map<string, string> {
  const lists = new Map<string, string>();
  for (const id of ids) {
    const list = asMine.has(id) ? sides.mine.get(id)?.list : wantedList(id, sides);
    if (list !== undefined) lists.set(id, list);
  }
  return lists;
}

function wantedList(id: string, sides: Sides): string | undefined {
  const versions = itemVersions(id, sides);
  const { base, mine, theirs } = versions;
  const left = mine ?? theirs;
  if (base !== undefined && left !== undefined && (mine === undefined || theirs === undefined)) {
    return isChanged(base, left) ? left.list : undefined;
  }
  return chosen(eachWay(versions, (item) => item?.list));
}

function isChanged(base: Item, item: Item): boolean {
  return base.list !== item.list || !same(base.statements, item.statements);
}

/** Keeps the groups that somebody removed and that still have something to hold. */
function withOwners(lists: Map<string, string>, { mine, theirs }: Sides, asMine: ReadonlySet<string>): Lists {
  const waiting = [...lists];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [id, list] = next;
    if (lists.has(list) || asMine.has(list)) continue;
    const owner = (mine.get(id)?.list === list ? mine : theirs).get(list);
    if (owner === undefined) continue;
    lists.set(list, owner.list);
    waiting.push([list, owner.list]);
  }
  return lists;
}

/** What stands where no program has it: below what is no group, in a circle, or in a list that holds too few or too many. */
function findMisplaced(lists: Lists, sides: Sides, asMine: ReadonlySet<string>): readonly string[] {
  const groups = new Set([...lists.keys()].filter((id) => isGroup(id, sides, asMine)));
  const children = [...lists].filter(([id, list]) => partOf(id, sides) === "node" && list !== ROOT);
  const astray = children.filter(([, list]) => !groups.has(list)).flat();
  const circling = children.map(([id]) => id).filter((id) => isInCircle(id, lists));
  return [...astray, ...circling, ...ofWrongLength(lists, groups, sides)];
}

function partOf(id: string, { mine, theirs }: Sides): Item["part"] | undefined {
  return (mine.get(id) ?? theirs.get(id))?.part;
}

function isGroup(id: string, sides: Sides, asMine: ReadonlySet<string>): boolean {
  const versions = itemVersions(id, sides);
  const kinds = new Set([versions.mine, versions.theirs].flatMap((item) => (item?.part === "node" ? [item.statements.kind] : [])));
  if (kinds.size < 2) return kinds.has("group");
  return keptStatements(mergeStatements(versions, asMine.has(id))).kind === "group";
}

function isInCircle(id: string, lists: Lists): boolean {
  const passed = new Set<string>();
  for (let above = lists.get(id); above !== undefined && !passed.has(above); above = lists.get(above)) {
    if (above === id) return true;
    passed.add(above);
  }
  return false;
}

type Length = { readonly least: number; readonly most: number };
const LENGTHS: Readonly<Record<string, Length>> = {
  [ROOT]: { least: 1, most: 1 },
  exchangeRate: { least: 0, most: LIMITS.exchangeRates },
  metric: { least: 1, most: LIMITS.metrics },
  tier: { least: 1, most: LIMITS.tiers },
  benefit: { least: 0, most: LIMITS.benefits },
  fund: { least: 0, most: LIMITS.funds },
  effort: { least: 0, most: LIMITS.effort },
};
const CHILDREN: Length = { least: 1, most: LIMITS.children };

/** All that is in a list of a length that no program has, here or on my side, and the group whose list it is. */
function ofWrongLength(lists: Lists, groups: ReadonlySet<string>, { mine }: Sides): readonly string[] {
  const heldIn = (list: string) => [...lists].filter(([, at]) => at === list).map(([id]) => id);
  // Nothing is granted without a catalogue of benefits.
  const grants: Length = { least: 0, most: heldIn("benefit").length > 0 ? Number.POSITIVE_INFINITY : 0 };
  const lengths = [...Object.entries({ ...LENGTHS, grants }), ...[...groups].map((group) => [group, CHILDREN] as const)];
  return lengths.flatMap(([list, { least, most }]) => {
    const held = heldIn(list);
    if (held.length >= least && held.length <= most) return [];
    const mineHeld = [...mine.values()].filter((item) => item.list === list).map(({ id }) => id);
    return [...held, ...mineHeld, ...(groups.has(list) ? [list] : [])];
  });
}
