import type { StarterSector } from "./starter.types.ts";

/** What many trades share: safety, stocks, tools, plans, customers. */
export const common: StarterSector = {
  families: [
    {
      id: "f-securite",
      label: "Travailler en sécurité",
      labelEn: "Work safely",
      competencies: [
        [
          "c-porter-epi",
          "Porter les protections : gants, casque, chaussures, lunettes",
          "Wear protective gear: gloves, helmet, shoes, goggles",
          "482123",
        ],
        [
          "c-gestes-postures",
          "Porter une charge sans se faire mal",
          "Lift and carry without injury",
          "400094",
        ],
        ["c-premiers-secours", "Donner les premiers secours", "Give first aid", "511241"],
        ["c-signaler-danger", "Repérer un danger et le signaler", "Spot a danger and report it"],
        ["c-travail-hauteur", "Travailler en hauteur en étant attaché", "Work at height, secured"],
        [
          "c-monter-echafaudage",
          "Monter et démonter un échafaudage",
          "Put up and take down scaffolding",
          "400409",
        ],
        [
          "c-consigner",
          "Couper et verrouiller l'énergie avant d'intervenir",
          "Cut and lock out power before working",
        ],
        [
          "c-produits-dangereux",
          "Utiliser un produit dangereux sans risque",
          "Handle hazardous products safely",
        ],
      ],
    },
    {
      id: "f-poste-de-travail",
      label: "Tenir son poste et ses outils",
      labelEn: "Keep your workplace and tools in order",
      competencies: [
        ["c-nettoyer-poste", "Nettoyer et ranger son poste de travail", "Clean and tidy your workplace"],
        [
          "c-entretenir-outils",
          "Nettoyer et entretenir ses outils",
          "Clean and look after your tools",
          "124629",
        ],
        ["c-trier-dechets", "Trier les déchets au bon endroit", "Sort waste into the right place", "400683"],
        [
          "c-petit-entretien-machine",
          "Faire le petit entretien d'une machine",
          "Do the basic upkeep of a machine",
          "119210",
        ],
        ["c-remplir-fiche-suivi", "Remplir une fiche de suivi du travail", "Fill in a work record", "102694"],
      ],
    },
    {
      id: "f-plans-mesures",
      label: "Lire, mesurer, tracer",
      labelEn: "Read, measure, mark out",
      competencies: [
        ["c-lire-plan", "Lire un plan ou un schéma", "Read a plan or a diagram"],
        ["c-prendre-mesures", "Prendre des mesures et les reporter", "Take measurements and mark them"],
        [
          "c-calculer-quantites",
          "Calculer la quantité de matériel nécessaire",
          "Work out how much material is needed",
        ],
        [
          "c-controler-piece",
          "Contrôler une pièce avec un instrument de mesure",
          "Check a part with a measuring instrument",
        ],
      ],
    },
    {
      id: "f-stocks",
      label: "Gérer les stocks",
      labelEn: "Manage stock",
      romeOgr: "300260",
      competencies: [
        ["c-suivre-stock", "Tenir à jour l'état du stock", "Keep stock records up to date", "116932"],
        [
          "c-passer-commande",
          "Voir ce qui va manquer et préparer la commande",
          "See what will run out and prepare the order",
        ],
        ["c-recevoir-livraison", "Recevoir une livraison et la contrôler", "Receive a delivery and check it"],
        [
          "c-ranger-dates",
          "Ranger les produits selon leur date limite",
          "Store products by use-by date",
          "123660",
        ],
        ["c-compter-stock", "Compter les produits pour un inventaire", "Count products for a stocktake"],
      ],
    },
    {
      id: "f-relation-client",
      label: "Accueillir et servir le public",
      labelEn: "Welcome and serve the public",
      competencies: [
        [
          "c-accueillir-client",
          "Accueillir un client et répondre à sa demande",
          "Welcome a customer and answer their request",
          "104174",
        ],
        [
          "c-conseiller-client",
          "Conseiller un client selon son besoin",
          "Advise a customer according to their need",
        ],
        ["c-gerer-reclamation", "Répondre à un client mécontent", "Deal with an unhappy customer"],
        [
          "c-repondre-telephone",
          "Répondre au téléphone et prendre un message",
          "Answer the phone and take a message",
        ],
        ["c-faire-devis", "Préparer un devis", "Prepare a quote", "117243"],
      ],
    },
    {
      id: "f-encaissement",
      label: "Encaisser",
      labelEn: "Take payments",
      romeOgr: "118069",
      competencies: [
        [
          "c-encaisser",
          "Encaisser un paiement et rendre la monnaie",
          "Take a payment and give change",
          "300303",
        ],
        ["c-fermer-caisse", "Compter et fermer la caisse", "Count and close the till", "121749"],
      ],
    },
    {
      id: "f-numerique-courant",
      label: "Utiliser le numérique",
      labelEn: "Use digital tools",
      competencies: [
        [
          "c-tableur",
          "Faire un tableau et des calculs avec un tableur",
          "Make a table and sums in a spreadsheet",
        ],
        ["c-courriel", "Écrire et classer des courriels", "Write and file e-mails"],
        [
          "c-saisir-tablette",
          "Saisir une information sur une tablette ou un terminal",
          "Enter data on a tablet or handheld",
        ],
        ["c-proteger-donnees", "Protéger les informations des personnes", "Protect people's information"],
      ],
    },
  ],
  occupations: [],
};
