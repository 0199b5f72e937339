const fr = {
  home: {
    title: "Qui sait le faire, et quand",
    lead: "Choisissez les compétences. Voyez qui les a, et qui les aura bientôt.",
    nothing: "Vous n'avez pas encore d'offre.",
    next: "Décrivez le poste : les compétences du métier vous seront proposées.",
    found_one: "{{count}} personne trouvée, dont {{ready}} avec tout l'essentiel",
    found_other: "{{count}} personnes trouvées, dont {{ready}} avec tout l'essentiel",
  },
};
export default fr;
