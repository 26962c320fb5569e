using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DxJobs.Exporter.Web.Security;

/// <summary>The subject alternative names of a certificate as texts: DNS names, addresses, e-mail addresses and URIs.</summary>
internal static class SubjectNames
{
    private const string AlternativeNames = "2.5.29.17";

    private static readonly Asn1Tag Email = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    /// <summary>The names; none when there is no such extension or it cannot be read.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == AlternativeNames);
        if (extension is null)
        {
            return [];
        }

        try
        {
            var names = new X509SubjectAlternativeNameExtension(extension.RawData);
            return [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(a => a.ToString()), .. EmailsAndUris(extension.RawData)];
        }
        catch (CryptographicException)
        {
            return [];
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static List<string> EmailsAndUris(byte[] extension)
    {
        var found = new List<string>();
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            var tag = names.PeekTag();
            if (tag.HasSameClassAndValue(Email) || tag.HasSameClassAndValue(Uri))
            {
                found.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            }
            else
            {
                names.ReadEncodedValue();
            }
        }

        return found;
    }
}
