/** 32-bit FNV-1a of a text. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads 32 bits over 32 bits, one to one (the end of MurmurHash3). */
function mix(bits: number): number {
  let mixed = bits;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** People are dealt once and for all into this many groups, and the groups take turns: an index can then cut a crowd of equals. */
export const TURN_GROUPS = 4096;
const LOW_BITS = 20;

/** Group of a person, 0 to 4095. */
export function turnGroup(idHash: number): number {
  return mix(idHash) >>> LOW_BITS;
}

/** Place of a group on a day, 0 to 4095; two groups may share one. */
export function groupTurn(group: number, dayHash: number): number {
  return mix(group ^ dayHash) >>> LOW_BITS;
}

/**
 * Place of a person among equals on a day: changes every day, so that equals take turns; the turn of the group,
 * then a turn of one's own. `idHash` is hash32(id), `dayHash` hash32(day).
 */
export function rotation(idHash: number, dayHash: number): number {
  const group = groupTurn(turnGroup(idHash), dayHash);
  return ((group << LOW_BITS) | (mix(idHash ^ dayHash) >>> (32 - LOW_BITS))) >>> 0;
}
