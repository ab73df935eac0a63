-- Whoever acts on alerts sees how often such alerts were right. A scorecard counts the whole place and names nobody; of it those
-- who do not see all of the place are told the judgement of the levels alone (src/web/scorecard).
alter policy scope on scorecard using (true);
