using System.Text.Json;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>
/// Reads the value of the current property into an object; returns false, having read nothing, if the property is unknown.
/// </summary>
internal delegate bool ReadMember<in T>(ref Utf8JsonReader reader, T into);
