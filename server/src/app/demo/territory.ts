/** Communes of the fictional territory: INSEE code and weight (people live where people live). */
export const COMMUNES: readonly (readonly [insee: string, weight: number])[] = [
  ["76540", 12],
  ["76351", 11],
  ["14118", 11],
  ["50129", 8],
  ["27229", 6],
  ["76217", 4],
  ["61001", 4],
  ["14366", 4],
  ["50502", 4],
  ["61169", 3],
  ["76259", 3],
  ["27681", 3],
  ["76231", 3],
  ["14047", 3],
  ["50218", 3],
  ["61006", 2],
  ["76758", 2],
  ["27056", 2],
  ["27375", 3],
  ["14762", 2],
  ["50025", 2],
  ["14333", 2],
  ["27467", 2],
  ["50147", 2],
  ["76057", 2],
  ["76114", 2],
];

/** Training providers, all invented. */
export const PROVIDERS = [
  ["Atelier des Métiers de Rouen", "76540"],
  ["Campus Estuaire Formation", "76351"],
  ["École des Savoirs de Caen", "14118"],
  ["Cotentin Compétences", "50129"],
  ["Passerelle Évreux", "27229"],
  ["Formation Côte d'Albâtre", "76217"],
  ["Les Ateliers du Perche", "61001"],
  ["Pays d'Auge Apprentissages", "14366"],
  ["Centre du Bocage", "61169"],
  ["Maison des Gestes, Saint-Lô", "50502"],
  ["Seine & Eure Formation", "27375"],
  ["Lycée maritime du Large", "76259"],
] as const;

/** Companies, all invented: name, commune, occupations (ROME) they look for; the last ones still wait for approval. */
export const COMPANIES: readonly (readonly [name: string, insee: string, occupations: readonly string[]])[] =
  [
    ["Résidence des Pommiers", "76540", ["J1501", "K1304", "G1602"]],
    ["Clinique du Vallon", "14118", ["J1501", "K2204"]],
    ["Aide & Présence", "76351", ["K1304"]],
    ["Bistrot du Bassin", "14333", ["G1602", "G1803"]],
    ["Hôtel des Falaises", "76259", ["G1803", "K2204", "G1602"]],
    ["Net'Estuaire", "76351", ["K2204"]],
    ["Maçonnerie Lecoq", "14366", ["F1703", "F1610"]],
    ["Toits & Ardoises", "50502", ["F1610", "F1503"]],
    ["Charpente du Bocage", "61169", ["F1503"]],
    ["Électricité Duhamel", "27229", ["F1602"]],
    ["Thermie Normande", "76540", ["F1603"]],
    ["Chantiers du Cotentin", "50129", ["H2913", "H2902"]],
    ["Ateliers Tôle & Forme", "27375", ["H2902", "H2903", "H2913"]],
    ["Papeterie de la Risle", "27467", ["I1304", "H2101"]],
    ["Logistique Grand Port", "76351", ["N1103", "N4101", "N1101"]],
    ["Transports Vauquelin", "76758", ["N4101"]],
    ["Halles de Bayeux", "14047", ["D1106", "D1214"]],
    ["Cabinet Comptable des Deux Rives", "76540", ["M1203"]],
    ["Octet Marin", "14118", ["M1805", "I1401"]],
    ["Ferme des Trois Rivières", "61006", ["A1410", "A1416"]],
    ["Teillage du Pays de Caux", "76758", ["A1416", "B1803", "H2402"]],
    ["Armement du Large", "76259", ["A1415"]],
    ["Parcs à huîtres de l'Anse", "50147", ["A1414", "A1405"]],
    ["HydroSeine Énergie", "76351", ["I1309", "I1304", "H1303"]],
    ["Atelier Vent d'Ouest", "50218", ["F1503"]],
    ["Traiteur des Marais", "50025", ["G1602"]],
  ];

/** How many of the companies above, from the end, the Région has not approved yet. */
export const PENDING_COMPANIES = 2;

export const ADVISORY = [
  ["Mission locale de l'Estuaire", "76351"],
  ["Relais emploi du Bessin", "14047"],
  ["Point Cap vers l'emploi, Rouen", "76540"],
] as const;
