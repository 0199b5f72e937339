import { groupTurn, TURN_GROUPS } from "@acquis/shared/candidates/rotation.rules.ts";
import type { Piece } from "./pieces.ts";

/** Rotation groups in the order of a day; those that share a place come together. */
export function groupsInTurn(dayHash: number): number[][] {
  const byTurn = new Map<number, number[]>();
  for (let group = 0; group < TURN_GROUPS; group++) {
    const turn = groupTurn(group, dayHash);
    const sharing = byTurn.get(turn);
    if (sharing) sharing.push(group);
    else byTurn.set(turn, [group]);
  }
  return [...byTurn].sort(([a], [b]) => a - b).map(([, groups]) => groups);
}

const sizeOf = (groups: readonly number[], counts: Readonly<Record<string, number>>) =>
  groups.reduce((sum, group) => sum + (counts[group] ?? 0), 0);

/** The part of a piece of equals that holds the positions wanted, from how many there are in each group. */
export function partByGroups(
  piece: Piece,
  order: readonly number[][],
  counts: Readonly<Record<string, number>>,
): Piece | null {
  let before = 0;
  let inside = 0;
  const groups: number[] = [];
  for (const sharing of order) {
    const size = sizeOf(sharing, counts);
    if (before + inside >= piece.to) break;
    if (before + size <= piece.from && groups.length === 0) before += size;
    else {
      groups.push(...sharing);
      inside += size;
    }
  }
  if (inside === 0) return null;
  return {
    ...piece,
    groups,
    size: inside,
    from: piece.from - before,
    to: Math.min(inside, piece.to - before),
  };
}

/**
 * The groups where the positions wanted most likely are: groups are even, so that positions among `size` equals
 * are known to within a few times the square root of `size`; `room` people may be taken.
 */
export function likelyGroups(piece: Piece, order: readonly number[][], room: number): number[] {
  const margin = Math.max(0, (room - (piece.to - piece.from)) / 2) * 0.9;
  const first = Math.floor(((piece.from - margin) / piece.size) * order.length);
  const last = Math.ceil(((piece.to + margin) / piece.size) * order.length);
  return order.slice(Math.max(0, first), Math.min(order.length, Math.max(last, first + 1))).flat();
}

/** A piece cut down to groups guessed, with what the counts of all groups tell; null when the guess missed. */
export function partOfGuess(
  piece: Piece,
  order: readonly number[][],
  guessed: readonly number[],
  counts: Readonly<Record<string, number>>,
): Piece | null {
  const taken = new Set(guessed);
  let before = 0;
  let inside = 0;
  for (const sharing of order) {
    const size = sizeOf(sharing, counts);
    if (sharing.every((group) => taken.has(group))) inside += size;
    else if (inside === 0) before += size;
  }
  const from = piece.from - before;
  const to = piece.to - before;
  return from < 0 || to > inside ? null : { ...piece, groups: [...guessed], size: inside, from, to };
}
