const fr = {
  page: {
    title: "Vérifier un badge",
    lead: "Quelqu'un vous montre un badge ? Donnez le fichier ou le lien. Nous vérifions tout de suite.",
    private: "Pas besoin de compte. Nous ne gardons rien : ni le fichier, ni le lien.",
    what: "Quels badges ?",
    whatText: "Les Open Badges, versions 2.0 et 3.0, d'ici ou d'ailleurs.",
  },
  drop: {
    title: "Un fichier",
    choose: "Choisir un fichier",
    orDrop: "ou le déposer ici",
    kinds: "Image PNG ou SVG, fichier JSON ou JWT. 2 Mo au plus.",
    here: "Lâchez le fichier ici",
  },
  link: {
    title: "Ou un lien",
    label: "L'adresse du badge",
    help: "Elle commence par https://",
    go: "Vérifier",
    missing: "Écrivez ou collez l'adresse du badge.",
    notHttps: "L'adresse doit commencer par https://",
  },
  problems: {
    tooLarge: "Ce fichier est trop gros : 2 Mo au plus.",
    empty: "Ce fichier est vide.",
    wrongType: "Ce fichier ne peut pas être un badge. Donnez une image PNG ou SVG, un fichier JSON ou JWT.",
    several: "Donnez un seul fichier à la fois.",
  },
  busy: "Nous vérifions le badge. Cela peut prendre quelques secondes.",
  result: "Résultat",
  checkedAt: "Vérifié à l'instant : {{time}}",
  another: "Vérifier un autre badge",
};
export default fr;
