import agricultureScience from "./lexicon/agriculture_science.json" with { type: "json" };
import arts from "./lexicon/arts.json" with { type: "json" };
import aviation from "./lexicon/aviation.json" with { type: "json" };
import care from "./lexicon/care.json" with { type: "json" };
import construction from "./lexicon/construction.json" with { type: "json" };
import credentials from "./lexicon/credentials.json" with { type: "json" };
import data from "./lexicon/data.json" with { type: "json" };
import designMedia from "./lexicon/design_media.json" with { type: "json" };
import education from "./lexicon/education.json" with { type: "json" };
import engineering from "./lexicon/engineering.json" with { type: "json" };
import farming from "./lexicon/farming.json" with { type: "json" };
import fashion from "./lexicon/fashion.json" with { type: "json" };
import finance from "./lexicon/finance.json" with { type: "json" };
import hospitality from "./lexicon/hospitality.json" with { type: "json" };
import hr from "./lexicon/hr.json" with { type: "json" };
import industries from "./lexicon/industries.json" with { type: "json" };
import infrastructure from "./lexicon/infrastructure.json" with { type: "json" };
import languages from "./lexicon/languages.json" with { type: "json" };
import legalPublic from "./lexicon/legal_public.json" with { type: "json" };
import logistics from "./lexicon/logistics.json" with { type: "json" };
import management from "./lexicon/management.json" with { type: "json" };
import marketing from "./lexicon/marketing.json" with { type: "json" };
import occupations from "./lexicon/occupations.json" with { type: "json" };
import office from "./lexicon/office.json" with { type: "json" };
import press from "./lexicon/press.json" with { type: "json" };
import professions from "./lexicon/professions.json" with { type: "json" };
import sales from "./lexicon/sales.json" with { type: "json" };
import soft from "./lexicon/soft.json" with { type: "json" };
import software from "./lexicon/software.json" with { type: "json" };
import type { LexiconFile } from "./lexicon_types.ts";

/** Every field of the lexicon, by name. JSON knows no literal types; lexicon_data_test.ts checks them. */
export const LEXICON: readonly LexiconFile[] = [
  agricultureScience,
  arts,
  aviation,
  care,
  construction,
  credentials,
  data,
  designMedia,
  education,
  engineering,
  farming,
  fashion,
  finance,
  hospitality,
  hr,
  industries,
  infrastructure,
  languages,
  legalPublic,
  logistics,
  management,
  marketing,
  occupations,
  office,
  press,
  professions,
  sales,
  soft,
  software,
] as readonly LexiconFile[];
