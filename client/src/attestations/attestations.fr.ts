const fr = {
  home: {
    title: "Qui m'attend",
    lead: "Les stagiaires qui vous demandent une attestation.",
    nobody: "Personne n'attend pour le moment.",
    next: "Vous pouvez aussi attester sans demande, depuis une session.",
    asked: "Demandé le {{day}}",
  },
};
export default fr;
