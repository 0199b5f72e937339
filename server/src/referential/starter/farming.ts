import type { StarterSector } from "./starter.types.ts";

/** Cattle, crops and flax. */
export const farming: StarterSector = {
  families: [
    {
      id: "f-elevage",
      label: "Élever des animaux",
      labelEn: "Raise animals",
      romeOgr: "300296",
      competencies: [
        ["c-traire", "Traire les vaches", "Milk cows", "126060"],
        ["c-nourrir-animaux", "Nourrir et abreuver les animaux", "Feed and water animals"],
        ["c-pailler-nettoyer", "Nettoyer et pailler une étable", "Clean and bed a cowshed"],
        ["c-surveiller-troupeau", "Repérer une bête malade", "Spot a sick animal"],
        ["c-aider-velage", "Aider une vache à mettre bas", "Help a cow give birth", "100311"],
        [
          "c-deplacer-animaux",
          "Déplacer et contenir des animaux sans danger",
          "Move and hold animals safely",
        ],
        ["c-soigner-animal", "Donner un soin simple à un animal", "Give an animal simple care"],
        ["c-calculer-ration", "Calculer une ration", "Work out a feed ration", "122572"],
        ["c-registre-elevage", "Remplir le registre d'élevage", "Fill in the livestock register", "123081"],
        ["c-poser-cloture", "Poser et réparer une clôture", "Put up and mend a fence"],
      ],
    },
    {
      id: "f-cultures",
      label: "Cultiver la terre",
      labelEn: "Grow crops",
      romeOgr: "300294",
      competencies: [
        ["c-preparer-sol", "Préparer la terre avant de semer", "Prepare the soil before sowing"],
        ["c-semer", "Semer et planter", "Sow and plant"],
        [
          "c-surveiller-culture",
          "Surveiller une culture : maladies, insectes, eau",
          "Watch a crop: disease, insects, water",
          "123046",
        ],
        ["c-traiter-culture", "Traiter une culture en se protégeant", "Treat a crop while staying protected"],
        ["c-recolter", "Récolter au bon moment", "Harvest at the right time", "122853"],
        ["c-tailler-pommier", "Tailler et récolter des pommiers", "Prune and harvest apple trees"],
        ["c-arracher-lin", "Arracher et retourner le lin", "Pull and turn flax"],
        ["c-suivre-rouissage", "Suivre le rouissage du lin", "Follow the retting of flax"],
        ["c-enrouler-lin", "Enrouler le lin en balles", "Roll flax into bales"],
      ],
    },
    {
      id: "f-machines-agricoles",
      label: "Conduire les machines agricoles",
      labelEn: "Drive farm machines",
      competencies: [
        ["c-conduire-tracteur", "Conduire un tracteur et ses outils", "Drive a tractor and its implements"],
        ["c-atteler-outil", "Atteler et régler un outil au tracteur", "Hitch and set an implement"],
        ["c-conduire-telescopique", "Conduire un chargeur télescopique", "Drive a telehandler"],
        [
          "c-graisser-materiel",
          "Graisser et réviser le matériel agricole",
          "Grease and check farm machinery",
        ],
      ],
    },
  ],
  occupations: [
    {
      code: "A1407",
      label: "Éleveur / Éleveuse de bovins",
      labelEn: "Cattle farmer",
      definition: "Élève des vaches pour le lait ou la viande : traite, nourriture, soins, naissances.",
      titles: ["Vacher / Vachère", "Agent / Agente d'élevage laitier"],
      core: {
        "c-traire": 3,
        "c-nourrir-animaux": 3,
        "c-surveiller-troupeau": 3,
        "c-pailler-nettoyer": 3,
        "c-deplacer-animaux": 3,
      },
      also: {
        "c-aider-velage": 2,
        "c-soigner-animal": 2,
        "c-calculer-ration": 2,
        "c-registre-elevage": 2,
        "c-poser-cloture": 2,
        "c-conduire-tracteur": 2,
        "c-conduire-telescopique": 2,
        "c-produits-dangereux": 1,
      },
    },
    {
      code: "A1419",
      label: "Ouvrier agricole polyvalent / Ouvrière agricole polyvalente",
      labelEn: "Farm worker",
      definition:
        "Travaille aux champs et à la ferme : semis, récolte du blé, du lin et des pommes, conduite du tracteur.",
      titles: [
        "Ouvrier / Ouvrière de culture",
        "Ouvrier linier / Ouvrière linière",
        "Cultivateur / Cultivatrice de lin",
      ],
      core: {
        "c-conduire-tracteur": 3,
        "c-atteler-outil": 3,
        "c-preparer-sol": 3,
        "c-semer": 3,
        "c-recolter": 3,
      },
      also: {
        "c-surveiller-culture": 2,
        "c-traiter-culture": 2,
        "c-tailler-pommier": 2,
        "c-arracher-lin": 2,
        "c-suivre-rouissage": 2,
        "c-enrouler-lin": 2,
        "c-nourrir-animaux": 2,
        "c-graisser-materiel": 2,
        "c-porter-epi": 2,
      },
    },
  ],
};
