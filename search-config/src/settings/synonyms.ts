/** Groups of words and phrases that people use for one another, folded. Written for trades of Normandie. */
export const synonymGroups: readonly (readonly string[])[] = [
  ["as", "aide soignant", "aide soignante"],
  ["ash", "agent de service hospitalier", "agente de service hospitalier"],
  ["ide", "infirmier", "infirmiere"],
  ["aes", "accompagnant educatif et social", "accompagnante educative et sociale"],
  ["avs", "auxiliaire de vie", "auxiliaire de vie sociale"],
  ["aide a domicile", "aide menagere", "assistant de vie", "assistante de vie", "adv"],
  ["atsem", "agent specialise des ecoles maternelles"],
  ["caces", "cariste", "conducteur de chariot", "conductrice de chariot"],
  ["pl", "poids lourd", "poids lourds", "permis c"],
  ["spl", "super poids lourd", "permis ce"],
  ["vl", "vehicule leger", "permis b"],
  ["chauffeur", "chauffeuse", "conducteur", "conductrice", "routier", "routiere"],
  ["tig", "soudage tig"],
  ["mig", "mag", "semi auto", "soudage semi automatique"],
  ["arc", "arc electrode enrobee", "soudage a l arc"],
  ["soudeur", "soudeuse", "soudage", "soudure"],
  ["chaudronnier", "chaudronniere", "chaudronnerie"],
  ["cnc", "commande numerique", "mocn"],
  ["usineur", "usineuse", "usinage"],
  ["electricien", "electricienne", "electricite"],
  ["plombier", "plombiere", "plomberie"],
  ["chauffagiste", "chauffage", "genie climatique"],
  ["macon", "maconne", "maconnerie"],
  ["couvreur", "couvreuse", "couverture", "toiture"],
  ["charpentier", "charpentiere", "charpente"],
  ["menuisier", "menuisiere", "menuiserie"],
  ["peintre", "peinture"],
  ["btp", "batiment", "travaux publics"],
  ["cuisinier", "cuisiniere", "cuisine", "chef de cuisine"],
  ["serveur", "serveuse", "service en salle"],
  ["patissier", "patissiere", "patisserie"],
  ["boulanger", "boulangere", "boulangerie"],
  ["boucher", "bouchere", "boucherie"],
  ["plongeur", "plongeuse", "plonge"],
  ["vendeur", "vendeuse", "vente"],
  ["caissier", "caissiere", "hote de caisse", "hotesse de caisse"],
  [
    "agent d entretien",
    "agente d entretien",
    "agent de nettoyage",
    "femme de menage",
    "homme de menage",
    "menage",
  ],
  ["magasinier", "magasiniere", "preparateur de commandes", "preparatrice de commandes"],
  ["comptable", "comptabilite", "compta"],
  ["rh", "ressources humaines"],
  ["si", "systeme d information", "informatique"],
  ["dev", "developpeur", "developpeuse", "developpement"],
  ["agriculteur", "agricultrice", "exploitant agricole", "exploitante agricole", "fermier", "fermiere"],
  ["marin", "marin pecheur", "matelot", "peche"],
  ["maintenance", "depannage", "technicien de maintenance", "technicienne de maintenance"],
  ["hydrogene", "h2"],
  ["ssiap", "agent de securite incendie"],
  ["sst", "sauveteur secouriste du travail", "secouriste"],
  ["haccp", "hygiene alimentaire"],
  ["cdd", "contrat a duree determinee"],
  ["cdi", "contrat a duree indeterminee"],
];

/** The groups as Meilisearch takes them: every word with all the others of its groups. */
export function synonymsFrom(
  groups: readonly (readonly string[])[] = synonymGroups,
): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  for (const group of groups)
    for (const word of group) {
      const others = synonyms.get(word) ?? new Set();
      for (const other of group) if (other !== word) others.add(other);
      synonyms.set(word, others);
    }
  return Object.fromEntries([...synonyms].map(([word, others]) => [word, [...others].sort()]));
}
