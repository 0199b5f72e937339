const fr = {
  home: {
    title: "Nos formations, en ce moment",
    lead: "Les sessions de votre organisme, et qui les suit.",
    nothing: "Aucune session pour le moment.",
    next: "Créez d'abord une formation, puis une session.",
    between: "Du {{from}} au {{to}}, à {{place}}",
    enrolled_one: "{{count}} personne inscrite",
    enrolled_other: "{{count}} personnes inscrites",
  },
};
export default fr;
