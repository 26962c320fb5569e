namespace DxJobs.DataExchange.Tests.Wire;

/// <summary>A request as it was on the wire; the target is exactly what stood in the request line.</summary>
internal sealed record SentRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers);
