import type { Context } from "fresh";
import type { ModelSays } from "../../components/ModelOpinion.tsx";
import type { State } from "../../define.ts";
import type { EvaluationDetail } from "../../lib/hiring/evaluations.ts";
import { getSecondOpinion, getWording, wasModelAsked } from "../../lib/hiring/model/opinions.ts";

/** What a language model said of an evaluation; null where none can be asked, or none was judged. */
export async function readModel(
  { state: { actor, db, config } }: Context<State>,
  judged: Promise<EvaluationDetail> | null,
  resumeId: string,
): Promise<ModelSays | null> {
  if (!config.languageModel && !await wasModelAsked(actor, db, resumeId)) return null;
  if (!judged) return null;
  const { id } = await judged;
  const [opinion, wording] = await Promise.all([
    getSecondOpinion(actor, db, id),
    getWording(actor, db, id),
  ]);
  return { isOn: config.languageModel !== undefined, opinion, wording };
}
