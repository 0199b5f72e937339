/**
 * Endings that turn one French word into another of the same family: soudeur, soudure, soudage, souder.
 * Folded, longest first.
 */
const endings = [
  ..."isations isation abilites abilite ateurs ateur atrices atrice ations ation aisons aison".split(" "),
  ..."istes iste ements ement ances ance ences ence ariats ariat aires aire".split(" "),
  ..."iciens icien iciennes icienne icites icite iques ique".split(" "),
  ..."euses euse eurs eur trices trice ages age ures ure ieres iere iers ier eries erie".split(" "),
  ..."ables able antes ante ants ant ices ice ials iale ial ions ion".split(" "),
  ..."ees ee er ir es e s".split(" "),
].sort((a, b) => b.length - a.length);

/** Families that no ending tells, and a few words people use for one another. */
const irregular: readonly (readonly string[])[] = [
  ["vente", "ventes", "vendeur", "vendeuse", "vendeurs", "vendeuses", "vendre"],
  ["couvreur", "couvreuse", "couverture", "couvertures", "couvrir", "toiture"],
  ["conducteur", "conductrice", "conducteurs", "conduite", "conduire", "chauffeur", "chauffeuse"],
  ["filature", "filatures", "fileur", "fileuse", "filer", "filage"],
  ["peintre", "peintres", "peinture", "peintures", "peindre"],
  ["agricole", "agricoles", "agriculteur", "agricultrice", "agriculture"],
  ["menage", "menages", "nettoyage", "nettoyer", "nettoyeur", "nettoyeuse", "proprete"],
  ["soin", "soins", "soigner", "soignant", "soignante"],
  ["chauffage", "chauffagiste", "chauffagistes"],
  ["traite", "traire"],
  ["developpeur", "developpeuse", "developpement", "developper"],
];

const LEAST_STEM = 4;
const known = new Map<string, string>();
// The first family that names a word keeps it.
irregular.forEach((family, index) => {
  for (const word of family) if (!known.has(word)) known.set(word, `=${index}`);
});

/** What a folded word shares with its family; null when it is too short to tell. */
export function wordFamily(word: string): string | null {
  const named = known.get(word);
  if (named) return named;
  if (word.length < LEAST_STEM || !/^\p{L}+$/u.test(word)) return null;
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= LEAST_STEM);
  const stem = ending ? word.slice(0, -ending.length) : word;
  const doubled = stem.length > LEAST_STEM && stem.at(-1) === stem.at(-2);
  return doubled ? stem.slice(0, -1) : stem;
}
