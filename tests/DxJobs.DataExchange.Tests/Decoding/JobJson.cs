using System.Collections;
using System.Text.Json;
using Amazon.Runtime;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Writes model objects as AWS sends them, their members in any order, with unknown members and secrets between the known ones.</summary>
internal sealed class JobJson(string junk, Random order)
{
    public byte[] Write(object page)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteObject(writer, page);
        }

        return stream.ToArray();
    }

    private void WriteObject(Utf8JsonWriter writer, object value)
    {
        var members = value.GetType().GetProperties().Where(p => p.DeclaringType!.Namespace == "Amazon.DataExchange.Model").ToArray();
        order.Shuffle(members);
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Name);
            WriteValue(writer, member.GetValue(value));
            WriteJunk(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case ConstantClass constant:
                writer.WriteStringValue(constant.Value);
                break;
            case IList list:
                writer.WriteStartArray();
                foreach (var element in list)
                {
                    WriteValue(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, value);
                break;
        }
    }

    private void WriteJunk(Utf8JsonWriter writer)
    {
        writer.WriteString(order.Next(3) switch { 0 => "SignedUrl", 1 => "ApiKey", _ => "ApiSpecificationUploadUrl" }, junk);
        writer.WriteStartObject(junk + "_");
        writer.WriteString("Id", junk);
        writer.WriteStartArray("State");
        writer.WriteNumberValue(junk.Length);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
