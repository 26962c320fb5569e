using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.DataExchange.Internal;

/// <summary>
/// Reads a body to its end before anything decodes it. The SDK's own way is to decode from the network with blocking reads,
/// which neither
/// cancellation nor the time-out can end: a server that stalls in mid-body would hold a thread for ever.
/// </summary>
internal sealed class BodyReader : PipelineHandler
{
    /// <summary>More than 200 jobs can fill, and little enough to hold.</summary>
    internal const int MaxBytes = 64 << 20;

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            var result = await base.InvokeAsync<T>(executionContext);
            var context = executionContext.ResponseContext;
            context.HttpResponse = await ReadAsync(context.HttpResponse, executionContext.RequestContext);
            return result;
        }
        catch (HttpErrorResponseException e)
        {
            var response = await ReadAsync(e.Response, executionContext.RequestContext);
            throw new HttpErrorResponseException(e.Message, e.InnerException, response);
        }
    }

    private static async Task<BufferedResponse> ReadAsync(IWebResponseData response, IRequestContext context)
    {
        using var original = response.ResponseBody;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        if (context.ClientConfig.Timeout is { } limit)
        {
            patience.CancelAfter(limit);
        }

        var body = new BufferedBody((int)Math.Clamp(response.ContentLength + 1, 4 << 10, 1 << 20));
        try
        {
            await body.FillAsync(await original.OpenResponseAsync(), MaxBytes, patience.Token);
            var whole = new BufferedResponse(response, body);
            body = null;
            return whole;
        }
        catch (OperationCanceledException e) when (!context.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The answer did not arrive within {context.ClientConfig.Timeout}", e);
        }
        catch (InvalidDataException e)
        {
            throw new AmazonUnmarshallingException(RequestIds.Of(response), lastKnownLocation: "", e, response.StatusCode);
        }
        finally
        {
            body?.Dispose();
        }
    }
}
