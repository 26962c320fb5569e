// What one would write in Go without the exporter: all jobs by the SDK's paginator, counted by state and type.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dataexchange"
)

func main() {
	configuration, err := config.LoadDefaultConfig(context.Background(), config.WithRegion("us-east-1"),
		config.WithEndpointResolverWithOptions(aws.EndpointResolverWithOptionsFunc(
			func(service, region string, options ...interface{}) (aws.Endpoint, error) {
				return aws.Endpoint{URL: os.Args[1], SigningRegion: "us-east-1"}, nil
			})))
	if err != nil {
		panic(err)
	}
	counts := map[string]int{}
	pages := dataexchange.NewListJobsPaginator(dataexchange.NewFromConfig(configuration), &dataexchange.ListJobsInput{MaxResults: 200})
	for pages.HasMorePages() {
		page, err := pages.NextPage(context.Background())
		if err != nil {
			panic(err)
		}
		for _, job := range page.Jobs {
			counts[fmt.Sprintf("jobs{state=%q,type=%q}", job.State, job.Type)]++
		}
	}
	for series, count := range counts {
		fmt.Println(series, count)
	}
}
