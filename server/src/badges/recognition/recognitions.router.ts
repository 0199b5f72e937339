import { api, publicApi } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { askAgain, askRecognition } from "./ask-recognition.ts";
import { decideRecognition, withdrawRecognition } from "./decide-recognition.ts";
import { listRecognitions, readRecognition, withSides } from "./read-recognitions.ts";
import { presentComparison, presentRecognised, presentRecognition } from "./recognitions.presenter.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

export function recognitionsRouter(context: BadgesContext) {
  const { recognitions } = api.badges;
  const present = async (written: RecognitionDocument) => {
    context.kernel.delivery.nudge();
    const [one] = await withSides(context, [written]);
    if (!one) throw new Error(`the recognition ${written._id} has lost a side`);
    return presentRecognition(context, one);
  };
  return {
    ask: recognitions.ask.handler(async ({ context: { actor }, input }) =>
      present(await askRecognition(context, actor, input)),
    ),
    askAgain: recognitions.askAgain.handler(async ({ context: { actor }, input }) =>
      present(await askAgain(context, actor, input)),
    ),
    list: recognitions.list.handler(async ({ context: { actor }, input }) => {
      const found = await listRecognitions(context, actor, input.status);
      return Promise.all(found.map((one) => presentRecognition(context, one)));
    }),
    compare: recognitions.compare.handler(async ({ context: { actor }, input }) =>
      presentComparison(context, await readRecognition(context, actor, input.id)),
    ),
    decide: recognitions.decide.handler(async ({ context: { actor }, input }) =>
      present(await decideRecognition(context, actor, input)),
    ),
    withdraw: recognitions.withdraw.handler(async ({ context: { actor }, input }) =>
      present(await withdrawRecognition(context, actor, input)),
    ),
    listRecognised: publicApi.badges.recognitions.listRecognised.handler(async ({ input }) => {
      const found = await context.recognitions
        .find({
          "endorsements.0": { $exists: true },
          ...(input.metaBadgeId ? { metaBadgeId: input.metaBadgeId } : {}),
        })
        .sort({ createdAt: -1 })
        .lean<RecognitionDocument[]>();
      const all = await withSides(context, found);
      return (await Promise.all(all.map((one) => presentRecognised(context, one)))).flat();
    }),
  };
}
