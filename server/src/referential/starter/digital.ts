import type { StarterSector } from "./starter.types.ts";

/** IT support and web development. */
export const digital: StarterSector = {
  families: [
    {
      id: "f-support",
      label: "Aider et dépanner en informatique",
      labelEn: "Support IT users",
      competencies: [
        [
          "c-installer-poste",
          "Installer un ordinateur et ses logiciels",
          "Set up a computer and its software",
          "106858",
        ],
        [
          "c-depanner-ordinateur",
          "Trouver et réparer une panne d'ordinateur",
          "Find and fix a computer fault",
          "126530",
        ],
        [
          "c-aider-utilisateur",
          "Aider un utilisateur, sur place ou à distance",
          "Help a user, on site or remotely",
        ],
        [
          "c-suivre-ticket",
          "Suivre une demande d'aide jusqu'à la solution",
          "Follow a help request until solved",
          "405452",
        ],
        ["c-gerer-comptes", "Créer des comptes et gérer les droits", "Create accounts and manage rights"],
        ["c-brancher-reseau", "Brancher un ordinateur au réseau", "Connect a computer to the network"],
        [
          "c-sauvegarder-donnees",
          "Sauvegarder et récupérer des données",
          "Back up and recover data",
          "504595",
        ],
        ["c-mises-a-jour", "Faire les mises à jour de sécurité", "Install security updates"],
        ["c-reperer-hameconnage", "Repérer un message piégé", "Spot a phishing message"],
        ["c-ecrire-mode-emploi", "Écrire un mode d'emploi", "Write a how-to guide"],
      ],
    },
    {
      id: "f-developpement",
      label: "Développer un logiciel",
      labelEn: "Develop software",
      romeOgr: "300199",
      competencies: [
        ["c-page-web", "Faire une page web (HTML, CSS)", "Build a web page (HTML, CSS)"],
        [
          "c-programmer-navigateur",
          "Programmer une page web (JavaScript)",
          "Program a web page (JavaScript)",
        ],
        [
          "c-programmer-serveur",
          "Programmer la partie serveur d'une application",
          "Program the server side of an application",
        ],
        ["c-base-donnees", "Créer une base de données et l'interroger", "Create and query a database"],
        ["c-gerer-versions", "Gérer les versions du code (Git)", "Manage code versions (Git)"],
        ["c-ecrire-tests", "Écrire des tests automatiques", "Write automated tests"],
        ["c-corriger-bogue", "Trouver et corriger une erreur dans un programme", "Find and fix a bug"],
        ["c-maquette-ecran", "Dessiner la maquette d'un écran", "Draw a screen mock-up"],
        ["c-accessibilite-web", "Rendre un site utilisable par tous", "Make a site usable by everyone"],
        ["c-mettre-en-ligne", "Mettre une application en ligne", "Put an application online", "120451"],
        [
          "c-securiser-application",
          "Protéger une application contre les attaques",
          "Protect an application against attacks",
        ],
      ],
    },
  ],
  occupations: [
    {
      code: "I1401",
      label: "Technicien / Technicienne de maintenance en informatique",
      labelEn: "IT support technician",
      definition: "Installe les ordinateurs, aide les utilisateurs et répare les pannes.",
      titles: ["Technicien / Technicienne support informatique", "Technicien / Technicienne d'assistance"],
      core: {
        "c-installer-poste": 3,
        "c-depanner-ordinateur": 3,
        "c-aider-utilisateur": 3,
        "c-suivre-ticket": 3,
        "c-brancher-reseau": 2,
      },
      also: {
        "c-gerer-comptes": 2,
        "c-sauvegarder-donnees": 2,
        "c-mises-a-jour": 2,
        "c-reperer-hameconnage": 2,
        "c-ecrire-mode-emploi": 2,
        "c-cabler-reseau": 1,
        "c-repondre-telephone": 2,
        "c-proteger-donnees": 2,
      },
    },
    {
      code: "M1855",
      label: "Développeur / Développeuse web",
      labelEn: "Web developer",
      definition: "Crée et fait évoluer des sites et des applications web.",
      core: {
        "c-page-web": 3,
        "c-programmer-navigateur": 3,
        "c-programmer-serveur": 3,
        "c-base-donnees": 3,
        "c-gerer-versions": 3,
      },
      also: {
        "c-ecrire-tests": 2,
        "c-corriger-bogue": 3,
        "c-maquette-ecran": 2,
        "c-accessibilite-web": 2,
        "c-mettre-en-ligne": 2,
        "c-securiser-application": 2,
        "c-ecrire-mode-emploi": 2,
        "c-proteger-donnees": 2,
      },
    },
  ],
};
