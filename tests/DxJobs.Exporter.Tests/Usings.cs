global using DxJobs.Exporter.Ledger;
