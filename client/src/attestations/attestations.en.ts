import type { Words } from "../platform/words.ts";
import type fr from "./attestations.fr.ts";

const en: Words<typeof fr> = {
  home: {
    title: "Who waits for me",
    lead: "Trainees who ask you for an attestation.",
    nobody: "Nobody is waiting for now.",
    next: "You can also attest without a request, from a session.",
    asked: "Asked on {{day}}",
  },
};
export default en;
