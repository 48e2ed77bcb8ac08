-- The United Kingdom's National Living Wage, as a floor for what an hour is counted at. The age it is for was 25 and
-- over to March 2021, 23 and over to March 2024, and is 21 and over since.
INSERT INTO hourly_rates (id, country, currency, valid_from, amount, source, source_url)
SELECT gen_random_uuid(), 'GB', 'GBP', valid_from, amount,
  'National Living Wage (a floor, not what the time is worth). GOV.UK, National Minimum Wage and National Living Wage rates',
  'https://www.gov.uk/national-minimum-wage-rates'
FROM (VALUES
  (date '2018-04-01', 7.83), (date '2019-04-01', 8.21), (date '2020-04-01', 8.72), (date '2021-04-01', 8.91), (date '2022-04-01', 9.50),
  (date '2023-04-01', 10.42), (date '2024-04-01', 11.44), (date '2025-04-01', 12.21), (date '2026-04-01', 12.71)
) AS rates (valid_from, amount);
