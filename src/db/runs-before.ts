/** The runs that run $1 builds on, each as it stood when the next was made, back to month $2: "before (id, month, after_run)". */
export const RUNS_BEFORE = `with recursive before as (
    select p.id, p.month, p.after_run from run r join run p on p.id = r.after_run where r.id = $1 and p.month >= $2
    union all
    select p.id, p.month, p.after_run from before b join run p on p.id = b.after_run where p.month >= $2)`;
