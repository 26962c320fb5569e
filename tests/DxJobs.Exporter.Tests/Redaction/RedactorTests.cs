using CsCheck;
using DxJobs.Exporter.Redaction;

namespace DxJobs.Exporter.Tests.Redaction;

public sealed class RedactorTests
{
    private static readonly Gen<string> Secret = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/!."], 8, 60];

    [Theory]
    [InlineData("tunnel to 'http://user:p%40ss@proxy:3128/' failed", "tunnel to 'http://…@proxy:3128/' failed")]
    [InlineData("ftp://me:p@ss@host/x", "ftp://…@host/x")]
    [InlineData("mail a@b.example", "mail a@b.example")]
    [InlineData("https://host/key?X-Amz-Signature=abc", "https://host/key?…")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE", "key …")]
    public void Removes_what_looks_like_a_secret(string text, string shown) => Assert.Equal(shown, Redactor.Redact(text, []));

    /// <summary>Wherever a secret comes from, and wherever in a text it is, it is not shown.</summary>
    [Fact]
    public void Removes_whatever_this_process_was_given_as_a_secret() => Gen.Select(Secret, Secret, Secret, Secret).Sample(
        (key, password, header, line) =>
        {
            var folder = Directory.CreateTempSubdirectory("dxjobs-secrets-");
            try
            {
                var file = Path.Combine(folder.FullName, "credentials");
                File.WriteAllText(file, $"[default]\naws_secret_access_key = {key}\naws_session_token={header}\naws_secret_access_key {line}\n");
                var proxy = $"http://user:{Uri.EscapeDataString(password)}@proxy:3128";
                var secrets = SecretSources.Read(
                    name => name switch
                    {
                        "HTTPS_PROXY" => proxy,
                        "AWS_SESSION_TOKEN" => header + "\n",
                        "OTEL_EXPORTER_OTLP_HEADERS" => "a=" + Uri.EscapeDataString(header),
                        _ => null,
                    },
                    [file]);
                var shown = Redactor.Redact($"Line 4:<{line}> {key}; {proxy} '{password}' ({header})", secrets);
                Assert.All([key, password, header, line], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        },
        iter: 300);
}
