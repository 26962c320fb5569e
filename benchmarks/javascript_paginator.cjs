// What one would write in JavaScript without the exporter: all jobs by the SDK's paginator, counted by state and type.
const { DataExchangeClient, paginateListJobs } = require("@aws-sdk/client-dataexchange");

async function main() {
  const client = new DataExchangeClient({ region: "us-east-1", endpoint: process.argv[2] });
  const counts = new Map();
  for await (const page of paginateListJobs({ client, pageSize: 200 }, {})) {
    for (const job of page.Jobs) {
      const series = `jobs{state="${job.State}",type="${job.Type}"}`;
      counts.set(series, (counts.get(series) ?? 0) + 1);
    }
  }
  for (const [series, count] of counts) {
    console.log(series, count);
  }
}

main();
