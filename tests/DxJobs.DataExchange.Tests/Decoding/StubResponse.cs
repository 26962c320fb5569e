using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>The head of an answer that says nothing but 200.</summary>
internal sealed class StubResponse : IWebResponseData
{
    public long ContentLength => -1;

    public string ContentType => "application/json";

    public HttpStatusCode StatusCode => HttpStatusCode.OK;

    public bool IsSuccessStatusCode => true;

    public IHttpResponseBody ResponseBody => throw new InvalidOperationException("the decoder is given the body");

    public string[] GetHeaderNames() => [];

    public bool IsHeaderPresent(string headerName) => false;

    public string GetHeaderValue(string headerName) => "";

    public IEventStreamHeader GetEventStreamHeader(string headerName) => throw new InvalidOperationException("there are no event streams here");

    public bool IsEventHeaderPresent(string headerName) => false;
}
