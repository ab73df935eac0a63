import type { FilledForm } from "../../models/forms.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export interface StoredForm extends FilledForm {
  readonly enterprise: number;
}

const BLOCK = 8192;

/** The month's forms that say more than a headcount, each as newest known at the vintage, in blocks; inside a transaction. */
export function formsOf(tx: Db, month: number, vintage: Vintage): AsyncIterable<StoredForm[]> {
  return tx.scan<StoredForm>(
    `select enterprise_id as enterprise, headcount, hired, departed, next_month as "nextMonth",
       reduction_type as "reductionType", reasons
     from headcount h
     where month = $1 and batch_id <= $2 and published_on <= $3
       and (hired is not null or departed is not null or next_month is not null or reduction_type is not null or reasons is not null)
       and not exists (
         select 1 from headcount newer
         where newer.enterprise_id = h.enterprise_id and newer.month = $1 and newer.batch_id <= $2 and newer.published_on <= $3
           and (newer.published_on, newer.batch_id) > (h.published_on, h.batch_id))`,
    [month, vintage.batch, vintage.publishedOn],
    BLOCK,
  );
}
